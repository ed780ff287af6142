using Nop.Core.Domain.Customers;

namespace Nop.Core;

public interface IWorkContext
{
    Customer OriginalCustomerIfImpersonated { get; }

    Task<Customer> GetCurrentCustomerAsync();
}
