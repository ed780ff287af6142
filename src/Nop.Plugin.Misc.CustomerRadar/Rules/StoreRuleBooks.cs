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
        var connections = await scope.ServiceProvider.GetRequiredService<StoreConnections>().ReadAsync();
        var book = new RuleBook(await rules.ListAsync(cancellationToken), connections);
        _current = book;
        return book;
    }
}
