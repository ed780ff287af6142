using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Named leases for periodic work.</summary>
internal sealed class NamedLeases(Database database) : INamedLeases
{
    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(string name, string holder, TimeSpan length, CancellationToken cancellationToken) => await database.WriteAsync<int?>(
        d => d.Upsert(
            "CustomerRadar_Lease",
            key: ["Name"],
            row: [("Name", "@name"), ("Holder", "@holder"), ("Until", $"{d.Now} + @length")],
            when: $"CustomerRadar_Lease.Until < {d.Now} OR CustomerRadar_Lease.Holder = @holder"),
        new { name, holder, length = length.Milliseconds() },
        cancellationToken) is not null;

    /// <inheritdoc/>
    public async Task<int> CountAsync(string prefix, CancellationToken cancellationToken) => await database.FindAsync<int>(
        // Not LIKE: SQLite's knows no case, and the prefix may hold its signs.
        d => $"SELECT COUNT(*) FROM CustomerRadar_Lease WHERE SUBSTRING(Name, 1, @length) = @prefix AND Until >= {d.Now}",
        new { prefix, length = prefix.Length },
        cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_ => "DELETE FROM CustomerRadar_Lease WHERE Name = @name AND Holder = @holder", new { name, holder }, cancellationToken);
}
