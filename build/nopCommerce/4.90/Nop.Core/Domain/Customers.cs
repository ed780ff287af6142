using Nop.Core.Domain.Common;

namespace Nop.Core.Domain.Customers;

public class Customer : BaseEntity, ISoftDeletedEntity
{
    public string Email { get; set; }

    public string FirstName { get; set; }

    public string LastName { get; set; }

    public string Phone { get; set; }

    public int CountryId { get; set; }

    public bool Deleted { get; set; }
}

public static class NopCustomerDefaults
{
    public static string AdministratorsRoleName => "Administrators";
}
