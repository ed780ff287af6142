using CustomerRadar.Testing;
using Npgsql;

namespace CustomerRadar.Build.Tests.Testing;

public sealed class TestDatabaseTests
{
    [Test]
    public async Task SqliteDatabase_Disposed_LeavesNothing()
    {
        string file;
        await using (var database = new SqliteDatabase())
        {
            file = database.File;
            Assert.That(await CreateAndCountAsync(database), Is.Zero);
            Assert.That(file, Does.Exist);
        }

        Assert.That(Path.GetDirectoryName(file), Does.Not.Exist);
    }

    [Test]
    public async Task PostgresDatabase_TwoAtOnce_AreApartAndDroppedWhileInUse()
    {
        await using var other = await PostgresDatabase.CreateAsync();
        var database = await PostgresDatabase.CreateAsync();
        Assert.That(await CreateAndCountAsync(database), Is.Zero);
        Assert.That(await CreateAndCountAsync(other), Is.Zero);
        Assert.That(await CountDatabaseAsync(), Is.EqualTo(1));

        // As a child process that was not ended would hold it.
        await using var stranger = new NpgsqlConnection(database.ConnectionString);
        await stranger.OpenAsync();
        await database.DisposeAsync();

        Assert.That(await CountDatabaseAsync(), Is.Zero);

        Task<long> CountDatabaseAsync() =>
            CountAsync(other, $"SELECT count(*) FROM pg_database WHERE datname = '{DatabaseOf(database)}'");
    }

    private static string? DatabaseOf(PostgresDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;

    private static Task<long> CreateAndCountAsync(ITestDatabase database) =>
        CountAsync(database, "CREATE TABLE Proof (Id integer); SELECT count(*) FROM Proof");

    private static async Task<long> CountAsync(ITestDatabase database, string statement)
    {
        await using var command = database.DataSource.CreateCommand(statement);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
