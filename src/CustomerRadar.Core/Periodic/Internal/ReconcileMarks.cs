using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>Keeps the marks, one a store and trigger.</summary>
internal sealed class ReconcileMarks(IKeptValues values)
{
    private const int LongestName = 100;

    public async Task<ReconcileMark> ReadAsync(StoreKey store, Trigger trigger, CancellationToken cancellationToken) =>
        ReconcileMark.Parse(await values.ReadAsync(Name(store, trigger), cancellationToken));

    public Task WriteAsync(StoreKey store, Trigger trigger, ReconcileMark mark, CancellationToken cancellationToken) =>
        values.WriteAsync(Name(store, trigger), mark.ToString(), cancellationToken);

    public static string Name(StoreKey store, Trigger trigger)
    {
        var name = $"reconcile/{trigger}/{store}";
        // A store's key alone may be as long as a name.
        return name.Length <= LongestName
            ? name
            : $"reconcile/{trigger}/#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(store.ToString())))}";
    }
}
