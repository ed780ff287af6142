using Nop.Core.Domain.Attributes;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Stores;

namespace Nop.Core.Domain.Orders;

public enum OrderStatus
{
    Pending = 10,
    Processing = 20,
    Complete = 30,
    Cancelled = 40,
}

public class Order : BaseEntity, ISoftDeletedEntity
{
    public int StoreId { get; set; }

    public int CustomerId { get; set; }

    public int BillingAddressId { get; set; }

    public int? ShippingAddressId { get; set; }

    public int? PickupAddressId { get; set; }

    public bool PickupInStore { get; set; }

    public int OrderStatusId { get; set; }

    public int ShippingStatusId { get; set; }

    public int PaymentStatusId { get; set; }

    public string PaymentMethodSystemName { get; set; }

    public string CustomerCurrencyCode { get; set; }

    public string VatNumber { get; set; }

    public decimal OrderSubtotalInclTax { get; set; }

    public decimal OrderDiscount { get; set; }

    public decimal OrderTotal { get; set; }

    public decimal RefundedAmount { get; set; }

    public string CheckoutAttributesXml { get; set; }

    public int CustomerLanguageId { get; set; }

    public DateTime? PaidDateUtc { get; set; }

    public string ShippingMethod { get; set; }

    public bool Deleted { get; set; }

    public DateTime CreatedOnUtc { get; set; }

    public string CustomOrderNumber { get; set; }

    public OrderStatus OrderStatus
    {
        get => (OrderStatus)OrderStatusId;
        set => OrderStatusId = (int)value;
    }

    public PaymentStatus PaymentStatus
    {
        get => (PaymentStatus)PaymentStatusId;
        set => PaymentStatusId = (int)value;
    }

    public ShippingStatus ShippingStatus
    {
        get => (ShippingStatus)ShippingStatusId;
        set => ShippingStatusId = (int)value;
    }
}

public class OrderItem : BaseEntity
{
    public int OrderId { get; set; }

    public int ProductId { get; set; }

    public int Quantity { get; set; }

    public string AttributesXml { get; set; }

    public DateTime? RentalStartDateUtc { get; set; }

    public DateTime? RentalEndDateUtc { get; set; }
}

public class OrderNote : BaseEntity
{
    public int OrderId { get; set; }

    public string Note { get; set; }

    public bool DisplayToCustomer { get; set; }

    public DateTime CreatedOnUtc { get; set; }
}

public class RecurringPayment : BaseEntity, ISoftDeletedEntity
{
    public int InitialOrderId { get; set; }

    public bool Deleted { get; set; }
}

public class RecurringPaymentHistory : BaseEntity
{
    public int RecurringPaymentId { get; set; }

    public int OrderId { get; set; }
}

public enum ReturnRequestStatus
{
    Pending = 0,
    Received = 10,
    ReturnAuthorized = 20,
    ItemsRepaired = 30,
    ItemsRefunded = 40,
    RequestRejected = 50,
    Cancelled = 60,
}

public class ReturnRequest : BaseEntity
{
    public int OrderItemId { get; set; }

    public int CustomerId { get; set; }

    public int ReturnRequestStatusId { get; set; }
}

public class CheckoutAttribute : BaseAttribute, IStoreMappingSupported
{
    public bool LimitedToStores { get; set; }
}

public class CheckoutAttributeValue : BaseAttributeValue;

public class OrderPaidEvent
{
    public OrderPaidEvent(Order order) => Order = order;

    public Order Order { get; }
}

public class OrderPlacedEvent
{
    public OrderPlacedEvent(Order order) => Order = order;

    public Order Order { get; }
}

public class OrderStatusChangedEvent
{
    public OrderStatusChangedEvent(Order order, OrderStatus previousOrderStatus) =>
        (Order, PreviousOrderStatus) = (order, previousOrderStatus);

    public Order Order { get; }

    public OrderStatus PreviousOrderStatus { get; set; }
}

public class OrderRefundedEvent
{
    public OrderRefundedEvent(Order order, decimal amount) => (Order, Amount) = (order, amount);

    public Order Order { get; }

    public decimal Amount { get; }
}

public class OrderVoidedEvent
{
    public OrderVoidedEvent(Order order) => Order = order;

    public Order Order { get; }
}
