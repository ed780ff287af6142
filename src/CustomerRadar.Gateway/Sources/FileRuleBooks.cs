using CustomerRadar.Core.Rules;
using CustomerRadar.Gateway.Settings;

namespace CustomerRadar.Gateway.Sources;

/// <summary>The rule book of the gateway: what the configuration said at start. A changed file is read at the next start.</summary>
internal sealed class FileRuleBooks(GatewayConfiguration configuration, GatewaySettings settings) : IRuleBooks
{
    private readonly RuleBook _book = new(configuration.Rules, configuration.Sources.Values.ToDictionary(source => source.Name, _ => settings.Connection));

    /// <inheritdoc/>
    public RuleBook Current => _book;

    /// <inheritdoc/>
    public Task<RuleBook> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(_book);
}
