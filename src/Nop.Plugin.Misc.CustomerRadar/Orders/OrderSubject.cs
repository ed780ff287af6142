using System.Globalization;
using CustomerRadar.Core.Invitations;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>How orders, their rented items and stores are named in the outbox: <c>order:123</c>, <c>order:123/item:5</c>, <c>1</c>.</summary>
internal static class OrderSubject
{
    private const string Prefix = "order:";
    private const string ItemPart = "/item:";

    /// <summary>The subject of an order.</summary>
    public static SubjectKey Of(int orderId) => SubjectKey.Parse(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{orderId}"));

    /// <summary>The subject of a rented item that is invited for itself.</summary>
    public static SubjectKey Of(int orderId, int itemId) =>
        SubjectKey.Parse(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{orderId}{ItemPart}{itemId}"));

    /// <summary>The key of a store.</summary>
    public static StoreKey Store(int storeId) => StoreKey.Parse(storeId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The store's id; null for a key that is no store's.</summary>
    public static int? StoreId(StoreKey store) => Number(store.ToString());

    /// <summary>The order's id, and the item's when it is an item's subject; null for a subject of neither.</summary>
    public static (int OrderId, int? ItemId)? Read(SubjectKey subject)
    {
        var text = subject.ToString();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;

        var parts = text[Prefix.Length..].Split(ItemPart);
        return (parts.Length, Number(parts[0]), Number(parts[^1])) switch
        {
            (1, { } orderId, _) => (orderId, null),
            (2, { } orderId, { } itemId) => (orderId, itemId),
            _ => null,
        };
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
