using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Applies the numbered scripts.</summary>
internal sealed class Schema(Database database) : ISchema
{
    /// <inheritdoc/>
    public Task EnsureAsync(CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            var dialect = database.Dialect;
            await work.LockSchemaAsync(dialect);
            await work.ExecuteAsync(Scripts.SchemaTable(dialect));
            var applied = await work.FindAsync<int?>("SELECT MAX(Number) FROM CustomerRadar_Schema") ?? 0;
            var newest = Scripts.All[^1].Number;
            if (applied > newest)
            {
                throw new InvalidOperationException(
                    $"The tables were written by a newer version of the plugin (schema {applied}, this version knows {newest}). Install that version again, or a newer one.");
            }

            foreach (var (number, name, sql) in Scripts.All.Where(script => script.Number > applied))
            {
                await work.ExecuteAsync(sql(dialect));
                await work.ExecuteAsync(
                    $"INSERT INTO CustomerRadar_Schema (Number, Name, AppliedAt) VALUES (@number, @name, {dialect.Now})", new { number, name });
            }

            return applied;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DropAsync(CancellationToken cancellationToken) => database.InTransactionAsync(
        async work =>
        {
            await work.LockSchemaAsync(database.Dialect);
            foreach (var table in Scripts.Tables)
                await work.ExecuteAsync($"DROP TABLE IF EXISTS {table}");
            return true;
        },
        cancellationToken);
}
