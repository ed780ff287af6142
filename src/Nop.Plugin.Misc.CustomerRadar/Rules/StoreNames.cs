using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>The stores as the merchant calls them.</summary>
public sealed class StoreNames(IStoreService stores)
{
    /// <summary>The name of every store.</summary>
    public async Task<IReadOnlyDictionary<StoreKey, string>> AllAsync() =>
        (await stores.GetAllStoresAsync()).ToDictionary(store => OrderSubject.Store(store.Id), store => store.Name);

    /// <summary>The stores that rules for all stores leave out, since their client at Customer Radar is another.</summary>
    /// <param name="book">With the rules in it.</param>
    /// <param name="rules">Those that were saved; rules of one store leave nobody out.</param>
    public async Task<IReadOnlyList<string>> NotServedAsync(RuleBook book, IEnumerable<SendRule> rules)
    {
        var names = await AllAsync();
        return [.. rules.Select(rule => book.Find(rule.Key)).OfType<SendRule>().SelectMany(book.NotServedBy).Distinct().Select(store => names.GetValueOrDefault(store, store.ToString()))];
    }
}
