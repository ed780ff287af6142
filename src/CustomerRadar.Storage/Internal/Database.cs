using System.Data.Common;
using Dapper;

namespace CustomerRadar.Storage.Internal;

/// <summary>Runs statements: alone, or several in one transaction.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing.")]
internal sealed class Database(DbDataSource source, Dialect dialect)
{
    private readonly SemaphoreSlim? _writer = dialect.HasOneWriter ? new SemaphoreSlim(1) : null;

    public Dialect Dialect => dialect;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<T?> FindAsync<T>(string sql, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    /// <summary>A statement that writes and gives back what it wrote.</summary>
    public Task<T?> WriteAsync<T>(string sql, object? values, int timeoutSeconds, CancellationToken cancellationToken) => QueuedAsync(
        async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await connection.QuerySingleOrDefaultAsync<T>(
                new CommandDefinition(sql, values, commandTimeout: timeoutSeconds, cancellationToken: cancellationToken));
        },
        cancellationToken);

    public Task<int> ExecuteAsync(string sql, object? values, CancellationToken cancellationToken) => QueuedAsync(
        async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
        },
        cancellationToken);

    public Task<T> InTransactionAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellationToken) => QueuedAsync(
        async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new Work(connection, transaction, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return result;
        },
        cancellationToken);

    private async Task<T> QueuedAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (_writer is null)
            return await write();
        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Statements of one transaction.</summary>
    internal sealed class Work(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

        public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null) =>
            (await connection.QueryAsync<T>(Command(sql, values))).AsList();

        public Task<T?> FindAsync<T>(string sql, object? values = null) => connection.QuerySingleOrDefaultAsync<T>(Command(sql, values));

        public Task LockSchemaAsync(Dialect dialect) => dialect.LockSchemaAsync(connection, transaction, cancellationToken);

        private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellationToken);
    }
}
