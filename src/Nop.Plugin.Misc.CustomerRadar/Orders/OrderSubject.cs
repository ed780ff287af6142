using System.Globalization;
using CustomerRadar.Core.Invitations;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>How orders and stores are named in the outbox.</summary>
internal static class OrderSubject
{
    private const string Prefix = "order:";

    /// <summary>The subject of an order.</summary>
    public static SubjectKey Of(int orderId) => SubjectKey.Parse(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{orderId}"));

    /// <summary>The key of a store.</summary>
    public static StoreKey Store(int storeId) => StoreKey.Parse(storeId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The order's id; null for a subject that is no order.</summary>
    public static int? OrderId(SubjectKey subject)
    {
        var text = subject.ToString();
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null;
    }
}
