using System.Globalization;
using CustomerRadar.Core;
using Npgsql;

namespace CustomerRadar.Storage.Tests;

/// <summary>How many rows of the outbox a server has read, counted by itself: PostgreSQL and MariaDB do.</summary>
internal static class RowsRead
{
    public const string NotCounted = "This server does not tell how many rows it read; PostgreSQL and MariaDB do.";

    public static async Task<bool> AreCountedAsync(Tables tables)
    {
        if (tables.Product == DatabaseProduct.PostgreSql)
            return true;
        if (await ScalarAsync(tables, "SELECT VERSION()") is not string version || !version.Contains("MariaDB", StringComparison.Ordinal))
            return false;
        await ScalarAsync(tables, "SET GLOBAL userstat = 1");
        return true;
    }

    public static async Task<long> CountAsync(Tables tables)
    {
        if (tables.Product == DatabaseProduct.PostgreSql)
        {
            // A session tells what it read when it ends.
            ((NpgsqlDataSource)tables.Source).Clear();
            while (Number(await ScalarAsync(tables, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'")) > 1)
                await Task.Yield();
            // The entries of an index count even where the table itself is not looked at.
            return Number(await ScalarAsync(
                tables,
                """
                SELECT (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'customerradar_invitation')
                    + (SELECT CAST(SUM(idx_tup_read) AS bigint) FROM pg_stat_user_indexes WHERE relname = 'customerradar_invitation')
                """));
        }

        return Number(await ScalarAsync(
            tables, "SELECT COALESCE(SUM(ROWS_READ), 0) FROM information_schema.TABLE_STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'CustomerRadar_Invitation'"));
    }

    /// <summary>What a server does by itself sooner or later: takes note of what is there, and on PostgreSQL clears away what is not any more.</summary>
    public static Task AnalyzeAsync(Tables tables) => ScalarAsync(
        tables, tables.Product == DatabaseProduct.PostgreSql ? "VACUUM ANALYZE CustomerRadar_Invitation" : "ANALYZE TABLE CustomerRadar_Invitation");

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static async Task<object?> ScalarAsync(Tables tables, string statement)
    {
        await using var connection = await tables.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 600;
        return await command.ExecuteScalarAsync();
    }
}
