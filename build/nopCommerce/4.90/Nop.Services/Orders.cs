using Nop.Core.Domain.Orders;

namespace Nop.Services.Orders;

public interface IOrderService
{
    Task InsertOrderNoteAsync(OrderNote orderNote);
}
