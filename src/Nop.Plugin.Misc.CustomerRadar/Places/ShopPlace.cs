using CustomerRadar.Core.Pauses;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Places;

/// <summary>Where this shop is: the address of its first store and its database. Tells a restored copy from the shop.</summary>
public sealed class ShopPlace(IServiceScopeFactory scopes, DatabasePlace database, CopyGuard guard)
{
    /// <summary>The first store's address, the database's server and its name. The address is read past the cache: another node may have changed it.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = await scope.ServiceProvider.GetRequiredService<StoreTables>()
            .ListAsync<Store>(stores => stores.Where(store => !store.Deleted).OrderBy(store => store.Id).Take(1));
        return [StoreAddress.Of(first is [var store] ? store.Url : null), database.Server, database.Database];
    }

    /// <summary>Compares; elsewhere nothing is sent from now on.</summary>
    /// <returns>True when this is the shop.</returns>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken) => await guard.CheckAsync(await ReadAsync(), cancellationToken);

    /// <summary>A person says that this is the shop.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken) => await guard.ConfirmAsync(await ReadAsync(), cancellationToken);
}
