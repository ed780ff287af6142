using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Named leases for periodic work.</summary>
internal sealed class NamedLeases(Database database) : INamedLeases
{
    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(string name, string holder, TimeSpan length, CancellationToken cancellationToken) => await database.ExecuteAsync(
        $"""
        INSERT INTO CustomerRadar_Lease (Name, Holder, Until) VALUES (@name, @holder, {database.Dialect.Now} + @length)
        ON CONFLICT (Name) DO UPDATE SET Holder = excluded.Holder, Until = excluded.Until
        WHERE CustomerRadar_Lease.Until < {database.Dialect.Now} OR CustomerRadar_Lease.Holder = excluded.Holder
        """,
        new { name, holder, length = length.Milliseconds() },
        cancellationToken) > 0;

    /// <inheritdoc/>
    public async Task<int> CountAsync(string prefix, CancellationToken cancellationToken) => await database.FindAsync<int>(
        $"SELECT COUNT(*) FROM CustomerRadar_Lease WHERE Name LIKE @pattern AND Until >= {database.Dialect.Now}", new { pattern = prefix + "%" }, cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM CustomerRadar_Lease WHERE Name = @name AND Holder = @holder", new { name, holder }, cancellationToken);
}
