using System.Data;
using System.Data.Common;
using Dapper;

namespace CustomerRadar.Storage.Internal;

/// <summary>Runs statements: alone, or several in one transaction. What the database ends because of a deadlock is tried again, a few times.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing.")]
internal sealed class Database(DbDataSource source, Dialect dialect)
{
    private const int DeadlockTries = 5;

    private readonly SemaphoreSlim? _writer = dialect.HasOneWriter ? new SemaphoreSlim(1) : null;

    public Dialect Dialect => dialect;

    /// <summary>Told of every statement before it runs; for tests.</summary>
    public Action<Sql>? Issuing { get; init; }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Sql sql, object? values, CancellationToken cancellationToken)
    {
        var text = Text(sql);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(text, values, cancellationToken: cancellationToken))).AsList();
    }

    public async Task<T?> FindAsync<T>(Sql sql, object? values, CancellationToken cancellationToken)
    {
        var text = Text(sql);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(text, values, cancellationToken: cancellationToken));
    }

    /// <summary>A statement that writes and has an answer.</summary>
    public Task<T?> WriteAsync<T>(Sql sql, object? values, CancellationToken cancellationToken) => WriteAsync<T>(sql, values, null, cancellationToken);

    /// <summary>A statement that writes and has an answer, with patience of its own.</summary>
    public Task<T?> WriteAsync<T>(Sql sql, object? values, int? timeoutSeconds, CancellationToken cancellationToken)
    {
        var text = Text(sql);
        return QueuedAsync(
            async () =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await connection.QuerySingleOrDefaultAsync<T>(
                    new CommandDefinition(text, values, commandTimeout: timeoutSeconds, cancellationToken: cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>A statement that writes.</summary>
    /// <returns>How many rows it found; a row that was changed to what it was may or may not count.</returns>
    public Task<int> ExecuteAsync(Sql sql, object? values, CancellationToken cancellationToken)
    {
        var text = Text(sql);
        return QueuedAsync(
            async () =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await connection.ExecuteAsync(new CommandDefinition(text, values, cancellationToken: cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Several statements in one transaction that reads what others have committed.</summary>
    /// <param name="work">Database work only: after a deadlock it is run again from its beginning.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public Task<T> InTransactionAsync<T>(Func<Work, Task<T>> work, CancellationToken cancellationToken) => QueuedAsync(
        async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            // Said aloud: MySQL's default is REPEATABLE READ, whose gap locks would stop writers of other rows and whose snapshot would
            // hide what a statement has just waited for.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var result = await work(new Work(this, connection, transaction, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return result;
        },
        cancellationToken);

    private string Text(Sql sql)
    {
        Issuing?.Invoke(sql);
        return sql(dialect);
    }

    private async Task<T> QueuedAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (_writer is null)
            return await TriedAsync(write);
        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await TriedAsync(write);
        }
        finally
        {
            _writer.Release();
        }
    }

    // At once: the other transaction has what it wanted, and waiting for it is what the next try begins with.
    private async Task<T> TriedAsync<T>(Func<Task<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (DbException problem) when (attempt < DeadlockTries && dialect.IsDeadlock(problem))
            {
                // The transaction is undone; nothing of it has happened.
            }
        }
    }

    /// <summary>Statements of one transaction.</summary>
    internal sealed class Work(Database database, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        public Task<int> ExecuteAsync(Sql sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

        public async Task<IReadOnlyList<T>> QueryAsync<T>(Sql sql, object? values = null) =>
            (await connection.QueryAsync<T>(Command(sql, values))).AsList();

        public Task<T?> FindAsync<T>(Sql sql, object? values = null) => connection.QuerySingleOrDefaultAsync<T>(Command(sql, values));

        /// <summary>Waits until no other node changes the schema.</summary>
        /// <returns>False when that takes too long.</returns>
        public async Task<bool> LockSchemaAsync() => await FindAsync<int?>(d => d.LockSchema) == 1;

        /// <summary>Lets others in, where the end of the transaction does not.</summary>
        public Task UnlockSchemaAsync()
        {
            var text = database.Text(d => d.UnlockSchema);
            // Whoever gave up still lets the others in; a connection that broke has lost its locks.
            return text.Length > 0 && connection.State == ConnectionState.Open
                ? connection.ExecuteAsync(new CommandDefinition(text, transaction: transaction))
                : Task.CompletedTask;
        }

        private CommandDefinition Command(Sql sql, object? values) => new(database.Text(sql), values, transaction, cancellationToken: cancellationToken);
    }
}
