using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>What stands in the order itself, and the store it was placed in.</summary>
internal static class OrderOwnTokens
{
    public static IReadOnlyDictionary<string, TokenReader> All { get; } = new Dictionary<string, TokenReader>
    {
        ["Order.OrderNumber"] = Token.One(facts => facts.Order.CustomOrderNumber),
        ["Order.OrderId"] = Token.One(facts => Token.Text(facts.Order.Id)),
        ["Order.CreatedOn"] = Token.One(facts => Token.Text(facts.Order.CreatedOnUtc)),
        ["Order.PaidOn"] = Token.One(facts => facts.Order.PaidDateUtc is { } paid ? Token.Text(paid) : null),
        ["Order.Status"] = Token.One(facts => facts.Order.OrderStatus.ToString()),
        ["Order.PaymentStatus"] = Token.One(facts => facts.Order.PaymentStatus.ToString()),
        ["Order.ShippingStatus"] = Token.One(facts => facts.Order.ShippingStatus.ToString()),
        ["Order.Total"] = Token.One(facts => Token.Text(facts.Order.OrderTotal)),
        ["Order.Subtotal"] = Token.One(facts => Token.Text(facts.Order.OrderSubtotalInclTax)),
        ["Order.Discount"] = Token.One(facts => Token.Text(facts.Order.OrderDiscount)),
        ["Order.AmountRefunded"] = Token.One(facts => Token.Text(facts.Order.RefundedAmount)),
        ["Order.Currency"] = Token.One(facts => facts.Order.CustomerCurrencyCode),
        ["Order.VatNumber"] = Token.One(facts => facts.Order.VatNumber),
        ["Order.PaymentMethod"] = Token.One(facts => facts.Sources.Texts.PaymentMethodAsync(facts.Order.PaymentMethodSystemName, facts.Order.CustomerLanguageId)),
        ["Order.PaymentMethodSystemName"] = Token.One(facts => facts.Order.PaymentMethodSystemName),
        ["Order.ShippingMethod"] = Token.One(facts => facts.Order.ShippingMethod),
        ["Order.Shippable"] = Token.One(facts => Token.Text(!string.IsNullOrEmpty(facts.Order.ShippingMethod))),
        ["Order.PickupInStore"] = Token.One(facts => Token.Text(facts.Order.PickupInStore)),
        ["Order.Language"] = Token.Of(LanguageAsync, language => language.UniqueSeoCode),
        ["Order.CouponCodes"] = Token.Many(CouponsAsync, discount => discount.CouponCode),
        ["Store.Id"] = Token.One(facts => Token.Text(facts.Order.StoreId)),
        ["Store.Name"] = Token.One(async facts => await facts.StoreAsync() is { } store ? await facts.NameAsync(store, store.Name) : null),
        ["Store.CompanyName"] = Token.Of<Store>(facts => facts.StoreAsync(), store => store.CompanyName),
    };

    private static Task<Language?> LanguageAsync(OrderFacts facts) => facts.Sources.Tables.FindAsync<Language>(facts.Order.CustomerLanguageId);

    private static async Task<IReadOnlyList<Discount>> CouponsAsync(OrderFacts facts)
    {
        var orderId = facts.Order.Id;
        var used = await facts.Sources.Tables.ListAsync<DiscountUsageHistory>(uses => uses.Where(use => use.OrderId == orderId));
        return [.. (await facts.Sources.Tables.FindAsync<Discount>(used.Select(use => use.DiscountId))).Where(discount => discount.RequiresCouponCode)];
    }
}
