using System.Data.Common;
using Dapper;

namespace CustomerRadar.Storage.Internal;

/// <summary>Runs statements: alone, or several in one transaction.</summary>
internal sealed class Database(DbDataSource source, Dialect dialect)
{
    public Dialect Dialect => dialect;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<T?> FindAsync<T>(string sql, object? values, CancellationToken cancellationToken, int? timeoutSeconds = null)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(
            new CommandDefinition(sql, values, commandTimeout: timeoutSeconds, cancellationToken: cancellationToken));
    }

    public async Task<int> ExecuteAsync(string sql, object? values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }

    public async Task<T> InTransactionAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new Work(connection, transaction, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return result;
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
