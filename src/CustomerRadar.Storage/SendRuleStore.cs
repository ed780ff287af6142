using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;
using Newtonsoft.Json;

namespace CustomerRadar.Storage;

/// <summary>Send rules, each as its document: the same JSON that is imported and exported, so that a rule can grow without a change of tables.</summary>
internal sealed class SendRuleStore(Database database) : ISendRuleStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SendRule>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await database.QueryAsync<string>(_ => "SELECT Definition FROM CustomerRadar_SendRule ORDER BY Name, RuleKey", null, cancellationToken)).Select(Read),
    ];

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

    private static SendRule Read(string definition)
    {
        var document = DocumentObject.Parse(definition);
        return SendRuleDocument.Read(document)
            ?? throw new InvalidDataException($"A stored send rule cannot be read: {string.Join(" ", document.Faults)}");
    }
}
