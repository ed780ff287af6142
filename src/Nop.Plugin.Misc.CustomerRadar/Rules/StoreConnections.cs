using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Security;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Secrets;
using Nop.Services.Configuration;
using Nop.Services.Helpers;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>
/// Makes connections from the settings of every store: its own values, else those of all stores. A store whose settings do not suffice has none.
/// </summary>
public sealed class StoreConnections(
    ISettingService settings,
    IStoreService stores,
    IDateTimeHelper dates,
    SecuritySettings security)
{
    private const string KeyPrefix = "store-";

    /// <summary>The connection of every store that has one.</summary>
    public async Task<IReadOnlyDictionary<StoreKey, Connection>> ReadAsync()
    {
        var connections = new Dictionary<StoreKey, Connection>();
        foreach (var store in await stores.GetAllStoresAsync())
        {
            var own = await settings.LoadSettingAsync<CustomerRadarSettings>(store.Id);
            var key = OrderSubject.Store(store.Id);
            if (!await IsTornAsync(own, store.Id) && ConnectionOf(own, key) is { } connection)
                connections.Add(key, connection);
        }

        return connections;
    }

    /// <summary>The book of these rules and the connections as they are now.</summary>
    public async Task<RuleBook> BookAsync(StoredRules rules)
    {
        var client = await SharedClientAsync();
        return new RuleBook(rules.Rules.Select(rule => StoreRuleBooks.OfClient(rule, client)), await ReadAsync(), rules.Unreadable.Select(rule => rule.Key));
    }

    /// <summary>The store whose connection has this key; null for a key that is no store's.</summary>
    public static StoreKey? StoreOf(ConnectionKey connection) =>
        connection.ToString() is var text && text.StartsWith(KeyPrefix, StringComparison.Ordinal) && StoreKey.TryParse(text[KeyPrefix.Length..], out var store) ? store : null;

    /// <summary>The client of all stores; null when none is set.</summary>
    public async Task<ClientDisplayId?> SharedClientAsync() =>
        ClientDisplayId.TryParse((await settings.LoadSettingAsync<CustomerRadarSettings>()).ClientDisplayId, out var client) ? client : null;

    /// <summary>The connection that settings describe; null when a part is missing, or the password cannot be decrypted on this node.</summary>
    public Connection? ConnectionOf(CustomerRadarSettings own, StoreKey store) =>
        BaseAddress.TryParse(own.ApiAddress, out var address, out _)
        && !string.IsNullOrWhiteSpace(own.Username)
        && ClientDisplayId.TryParse(own.ClientDisplayId, out var client)
        && PasswordVault.TryReveal(own.ProtectedPassword, security.EncryptionKey) is { Length: > 0 } password
            ? new Connection
            {
                Key = ConnectionKey.Parse(KeyPrefix + store),
                BaseAddress = address,
                Username = own.Username.Trim(),
                Password = new Secret(password),
                ClientDisplayId = client,
                HomeCountry = string.IsNullOrWhiteSpace(own.HomeCountry) ? null : own.HomeCountry.Trim().ToUpperInvariant(),
                TimeZone = ZoneOf(own),
                DryRun = own.DryRun,
            }
            : null;

    // The page does not save such a store, the store's list of all settings does.
    private async Task<bool> IsTornAsync(CustomerRadarSettings own, int storeId) => LogIn.IsTorn(
        await settings.SettingExistsAsync(own, x => x.ApiAddress, storeId),
        await settings.SettingExistsAsync(own, x => x.Username, storeId),
        await settings.SettingExistsAsync(own, x => x.ProtectedPassword, storeId));

    private TimeZoneInfo ZoneOf(CustomerRadarSettings own) =>
        !string.IsNullOrWhiteSpace(own.TimeZoneId) && TimeZoneInfo.TryFindSystemTimeZoneById(own.TimeZoneId, out var zone)
            ? zone
            : dates.DefaultStoreTimeZone;
}
