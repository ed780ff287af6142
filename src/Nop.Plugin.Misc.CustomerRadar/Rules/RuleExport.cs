using System.Globalization;
using System.Text;
using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>The rules of the shop as they are stored: to look at, and as one document to take away.</summary>
public sealed class RuleExport(ISendRuleStore rules, StoreNames stores, TimeProvider time)
{
    /// <summary>Every rule with the name of its store, and those that cannot be read, which no document holds.</summary>
    public async Task<RuleList> ListAsync(CancellationToken cancellationToken)
    {
        var names = await stores.AllAsync();
        var stored = await rules.ReadAsync(cancellationToken);
        return new RuleList(
            [.. stored.Rules.Select(rule => (rule, rule.Store is { } store ? names.GetValueOrDefault(store, store.ToString()) : null))], stored.Unreadable);
    }

    /// <summary>The document, and a name for its file.</summary>
    public async Task<(byte[] Document, string FileName)> WriteAsync(CancellationToken cancellationToken)
    {
        var stored = await rules.ReadAsync(cancellationToken);
        return (
            Encoding.UTF8.GetBytes(SendRulesDocument.Write(stored.Rules)),
            string.Create(CultureInfo.InvariantCulture, $"customer-radar-rules-{time.GetUtcNow():yyyy-MM-dd}.json"));
    }
}
