using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Opt-outs, and what is left of erasures.</summary>
internal sealed class Suppressions(Database database, ErasedPerson person) : ISuppressions
{
    private const string Table = "CustomerRadar_OptOut";
    private const int PageSize = 500;

    /// <inheritdoc/>
    public async Task<Suppression?> FindAsync(IReadOnlyCollection<ContactHash> contacts, CancellationToken cancellationToken)
    {
        if (contacts.Count == 0)
            return null;
        var rows = await database.QueryAsync<Row>(
            d => $"SELECT Kind, Since FROM {Table} WHERE {d.OneOf("ContactHash", "@hashes")} ORDER BY Since",
            new { hashes = Sorted(contacts) },
            cancellationToken);
        return rows.Select(row => new Suppression(Enum.Parse<SuppressionKind>(row.Kind), Instants.At(row.Since))).MaxBy(found => found.Kind);
    }

    /// <inheritdoc/>
    public Task<int> OptOutAsync(IReadOnlyCollection<ContactHash> contacts, string source, CancellationToken cancellationToken) =>
        PagesAsync(contacts, async (work, hashes) =>
        {
            var added = 0;
            foreach (var hash in hashes)
            {
                added += await work.FindAsync<int?>(
                    d => d.InsertIfAbsent(Table, ["ContactHash"], Values(d)), Of(hash, SuppressionKind.OptOut, source)) is null ? 0 : 1;
            }

            return added;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<int> TakeBackAsync(IReadOnlyCollection<ContactHash> contacts, CancellationToken cancellationToken) =>
        PagesAsync(
            contacts,
            (work, hashes) => work.ExecuteAsync(d => $"DELETE FROM {Table} WHERE Kind = 'OptOut' AND {d.OneOf("ContactHash", "@hashes")}", new { hashes }),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<ErasureResult> EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        // First of all nothing more may go out; what is found afterwards can be found again when this is cut off.
        await PagesAsync(erasure.Contacts, async (work, hashes) =>
        {
            foreach (var hash in hashes)
            {
                await work.FindAsync<int?>(
                    d => d.Upsert(Table, ["ContactHash"], Values(d), when: $"{Table}.Kind = 'OptOut'"), Of(hash, SuppressionKind.Erasure, erasure.By));
            }

            return hashes.Count;
        }, cancellationToken);
        return await person.EraseAsync(erasure, cancellationToken);
    }

    private async Task<int> PagesAsync(
        IReadOnlyCollection<ContactHash> contacts, Func<Database.Work, IReadOnlyList<string>, Task<int>> change, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var page in Sorted(contacts).Chunk(PageSize))
            changed += await database.InTransactionAsync(work => change(work, page), cancellationToken);
        return changed;
    }

    // In one order, so that two imports never wait for each other.
    private static List<string> Sorted(IReadOnlyCollection<ContactHash> contacts) =>
        [.. contacts.Select(contact => contact.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static (string Column, string Value)[] Values(Dialect d) =>
        [("ContactHash", "@hash"), ("Kind", "@kind"), ("Source", "@source"), ("Since", d.Now)];

    private static object Of(string hash, SuppressionKind kind, string source) =>
        new { hash, kind = kind.ToString(), source = Column.Cut(source, Column.Note) };

    private sealed class Row
    {
        public string Kind { get; set; } = "";

        public long Since { get; set; }
    }
}
