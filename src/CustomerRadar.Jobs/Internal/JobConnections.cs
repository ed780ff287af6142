using System.Data.Common;
using Hangfire.PostgreSql;
using Npgsql;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Makes the connections that Hangfire works on, until it is closed.</summary>
internal sealed class JobConnections(Func<DbConnection> create) : IConnectionFactory
{
    private volatile bool _closed;

    public void Close() => _closed = true;

    /// <summary>A closed connection for Hangfire.</summary>
    /// <exception cref="ObjectDisposedException">The job server has stopped for good.</exception>
    public DbConnection ForHangfire()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return create();
    }

    /// <summary>A closed connection for dropping, which comes after the end.</summary>
    public DbConnection ForDropping() => create();

    public NpgsqlConnection GetOrCreateConnection() =>
        ForHangfire() as NpgsqlConnection
        ?? throw new InvalidOperationException("CreateConnection of the jobs gives no NpgsqlConnection; PostgreSql needs one.");
}
