using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Small values that every node shares.</summary>
internal sealed class KeptValues(Database database) : IKeptValues
{
    private const string Table = "CustomerRadar_Value";
    private static readonly (string Column, string Value)[] Row = [("Name", "@name"), ("Value", "@value")];

    /// <inheritdoc/>
    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) =>
        database.FindAsync<string>(_ => $"SELECT Value FROM {Table} WHERE Name = @name", new { name }, cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(string name, string value, CancellationToken cancellationToken) =>
        database.WriteAsync<int?>(d => d.Upsert(Table, ["Name"], Row), new { name, value }, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> AddAsync(string name, string value, CancellationToken cancellationToken) =>
        await database.WriteAsync<int?>(d => d.InsertIfAbsent(Table, ["Name"], Row), new { name, value }, cancellationToken) is not null
            ? value
            : (await ReadAsync(name, cancellationToken))!;

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(string name, string before, string after, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            _ => $"UPDATE {Table} SET Value = @after WHERE Name = @name AND Value = @before", new { name, before, after }, cancellationToken) == 1;
}
