using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;
using Newtonsoft.Json;

namespace CustomerRadar.Storage;

/// <summary>Send rules, each as its document: the same JSON that is imported and exported, so that a rule can grow without a change of tables.</summary>
internal sealed class SendRuleStore(Database database) : ISendRuleStore
{
    private const string LockName = "send-rules";

    /// <inheritdoc/>
    public async Task<StoredRules> ReadAsync(CancellationToken cancellationToken) => Read(await database.QueryAsync<Row>(All, null, cancellationToken));

    /// <inheritdoc/>
    public Task SaveAsync(SendRule rule, CancellationToken cancellationToken) => database.WriteAsync<int?>(Put, Of(rule), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryReplaceAsync(StoredRules seen, IReadOnlyList<SendRule> saved, IReadOnlyList<RuleKey> deleted, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async work =>
            {
                // Until this transaction ends, the next one that wants the row waits, and then reads what this one has written. New rules have no row of their own to wait for.
                await work.FindAsync<int?>(Lock, new { name = LockName });
                if (Read(await work.QueryAsync<Row>(All)).Text != seen.Text)
                    return false;
                foreach (var rule in saved)
                    await work.FindAsync<int?>(Put, Of(rule));
                foreach (var key in deleted)
                    await work.ExecuteAsync(Remove, Of(key));
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(RuleKey key, CancellationToken cancellationToken) => database.ExecuteAsync(Remove, Of(key), cancellationToken);

    private static string All(Dialect d) => "SELECT RuleKey, Name, Definition FROM CustomerRadar_SendRule ORDER BY Name, RuleKey";

    private static string Put(Dialect d) => d.Upsert(
        "CustomerRadar_SendRule",
        key: ["RuleKey"],
        row: [("RuleKey", "@key"), ("Name", "@name"), ("Definition", "@definition"), ("ChangedAt", d.Now)]);

    private static string Remove(Dialect d) => "DELETE FROM CustomerRadar_SendRule WHERE RuleKey = @key";

    private static string Lock(Dialect d) => d.Upsert("CustomerRadar_Lease", key: ["Name"], row: [("Name", "@name"), ("Holder", "@name"), ("Until", d.Now)]);

    private static object Of(SendRule rule) =>
        new { key = rule.Key.ToString(), name = Column.Cut(rule.Name, 200), definition = SendRuleDocument.Write(rule).ToString(Formatting.None) };

    private static object Of(RuleKey key) => new { key = key.ToString() };

    private static StoredRules Read(IReadOnlyList<Row> rows)
    {
        var read = rows.Select(Read).ToList();
        return new StoredRules([.. read.Select(rule => rule.Rule).OfType<SendRule>()], [.. read.Select(rule => rule.Unreadable).OfType<UnreadableRule>()]);
    }

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
