using System.Data.Common;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage;

/// <summary>Applies the numbered scripts.</summary>
internal sealed class Schema(Database database) : ISchema
{
    private const string Applied = "SELECT MAX(Number) FROM CustomerRadar_Schema";

    /// <inheritdoc/>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!await IsNewestAsync(cancellationToken))
            await ApplyAsync(cancellationToken);
    }

    // Asked first, since an account without the right to change tables can work with those that somebody else made.
    private async Task<bool> IsNewestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.FindAsync<int?>(_ => Applied, null, cancellationToken) == Scripts.All[^1].Number;
        }
        catch (DbException)
        {
            // As good as always there is no such table yet; whatever else it is, applying the scripts meets it too, and says so.
            return false;
        }
    }

    private Task<int> ApplyAsync(CancellationToken cancellationToken) => AloneAsync(
        async work =>
        {
            await work.ExecuteAsync(d => d.CreateTable(Scripts.Applied));
            var applied = await work.FindAsync<int?>(_ => Applied) ?? 0;
            var newest = Scripts.All[^1].Number;
            if (applied > newest)
            {
                throw new InvalidOperationException(
                    $"The tables were written by a newer version of the plugin (schema {applied}, this version knows {newest}). Install that version again, or a newer one.");
            }

            foreach (var script in Scripts.All.Where(script => script.Number > applied))
            {
                foreach (var step in script.Steps)
                    await step.ApplyAsync(work);
                await work.ExecuteAsync(
                    d => $"INSERT INTO CustomerRadar_Schema (Number, Name, AppliedAt) VALUES (@Number, @Name, {d.Now})", new { script.Number, script.Name });
            }

            return applied;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DropAsync(CancellationToken cancellationToken) => AloneAsync(
        async work =>
        {
            foreach (var table in Scripts.Tables)
                await work.ExecuteAsync(_ => $"DROP TABLE IF EXISTS {table}");
            return true;
        },
        cancellationToken);

    // One node at a time. Elsewhere a script is applied whole or not at all; on MySQL every statement of DDL commits, so that a crash can
    // leave some steps done: all are such that doing them again changes nothing, and the script's number is written last.
    private Task<T> AloneAsync<T>(Func<Database.Work, Task<T>> work, CancellationToken cancellationToken) => database.InTransactionAsync(
        async alone =>
        {
            if (!await alone.LockSchemaAsync())
                throw new TimeoutException("Another node has been changing the tables for too long. Try again; if it stays so, look for a process that hangs.");
            try
            {
                return await work(alone);
            }
            finally
            {
                await alone.UnlockSchemaAsync();
            }
        },
        cancellationToken);
}
