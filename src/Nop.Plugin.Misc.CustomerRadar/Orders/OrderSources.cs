using Nop.Core.Domain.Orders;
using Nop.Services.Attributes;
using Nop.Services.Catalog;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>What an order is read from. None of it wants a request.</summary>
public sealed record OrderSources(
    StoreTables Tables,
    StoreTexts Texts,
    IProductService Products,
    IAttributeParser<CheckoutAttribute, CheckoutAttributeValue> CheckoutAttributes);
