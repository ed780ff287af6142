using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;
using Newtonsoft.Json;

namespace CustomerRadar.Storage;

/// <summary>Send rules, each as its document: the same JSON that is imported and exported, so that a rule can grow without a change of tables.</summary>
internal sealed class SendRuleStore(Database database) : ISendRuleStore
{
    /// <inheritdoc/>
    public async Task<StoredRules> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<Row>(
            _ => "SELECT RuleKey, Name, Definition FROM CustomerRadar_SendRule ORDER BY Name, RuleKey", null, cancellationToken);
        var read = rows.Select(Read).ToList();
        return new StoredRules([.. read.Select(rule => rule.Rule).OfType<SendRule>()], [.. read.Select(rule => rule.Unreadable).OfType<UnreadableRule>()]);
    }

    /// <inheritdoc/>
    public Task SaveAsync(SendRule rule, CancellationToken cancellationToken) => database.WriteAsync<int?>(
        d => d.Upsert(
            "CustomerRadar_SendRule",
            key: ["RuleKey"],
            row: [("RuleKey", "@key"), ("Name", "@name"), ("Definition", "@definition"), ("ChangedAt", d.Now)]),
        new { key = rule.Key.ToString(), name = Column.Cut(rule.Name, 200), definition = SendRuleDocument.Write(rule).ToString(Formatting.None) },
        cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(RuleKey key, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_ => "DELETE FROM CustomerRadar_SendRule WHERE RuleKey = @key", new { key = key.ToString() }, cancellationToken);

    private static (SendRule? Rule, UnreadableRule? Unreadable) Read(Row row)
    {
        try
        {
            var document = DocumentObject.Parse(row.Definition);
            if (SendRuleDocument.Read(document) is not { } rule)
                return (null, Unreadable(row, [.. document.Faults]));
            // Invitations, pauses and deleting go by the key of the row.
            return rule.Key.ToString() == row.RuleKey ? (rule, null) : (null, Unreadable(row, [$"key: is not \"{row.RuleKey}\", under which the rule is kept."]));
        }
        catch (FormatException problem)
        {
            return (null, Unreadable(row, [problem.Message]));
        }
    }

    private static UnreadableRule Unreadable(Row row, IReadOnlyList<string> faults) => new(Core.Rules.RuleKey.Parse(row.RuleKey), row.Name, row.Definition, faults);

    private sealed class Row
    {
        public string RuleKey { get; set; } = "";

        public string Name { get; set; } = "";

        public string Definition { get; set; } = "";
    }
}
