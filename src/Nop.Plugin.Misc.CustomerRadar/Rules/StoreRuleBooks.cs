using CustomerRadar.Core.Api;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>The rule book of a shop: rules from our table, connections from the store's settings. Consumers read the copy in memory.</summary>
public sealed class StoreRuleBooks(IServiceScopeFactory scopes, ISendRuleStore rules) : IRuleBooks
{
    private volatile RuleBook? _current;

    /// <inheritdoc/>
    public RuleBook? Current => _current;

    /// <inheritdoc/>
    public async Task<RuleBook> ReadAsync(CancellationToken cancellationToken)
    {
        // A scope of our own: the store's services are scoped, and a job has no request.
        await using var scope = scopes.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<StoreConnections>();
        var book = await shop.BookAsync(await rules.ReadAsync(cancellationToken));
        _current = book;
        return book;
    }

    /// <summary>
    /// The ids of a rule for all stores are those of one client at Customer Radar. A rule that does not name it means the client of all stores;
    /// stores with another one are not served.
    /// </summary>
    /// <param name="rule">A rule as it is stored.</param>
    /// <param name="client">The client of all stores; null when none is set: then the rule is for every store.</param>
    public static SendRule OfClient(SendRule rule, ClientDisplayId? client) => rule is { Store: null, Client: null } ? rule with { Client = client } : rule;
}
