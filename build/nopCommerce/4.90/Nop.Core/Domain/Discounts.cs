namespace Nop.Core.Domain.Discounts;

public class Discount : BaseEntity
{
    public bool RequiresCouponCode { get; set; }

    public string CouponCode { get; set; }
}

public class DiscountUsageHistory : BaseEntity
{
    public int DiscountId { get; set; }

    public int OrderId { get; set; }
}
