using CustomerRadar.Testing;

namespace CustomerRadar.Storage.Tests;

/// <summary>Says aloud whether the contract runs on a real SQL Server.</summary>
public sealed class SqlServerTests
{
    [Test]
    public async Task Contract_OnARealSqlServer_RunsWhereOneIsNamed()
    {
        await using var database = await SqlServerDatabase.CreateAsync();
        await using var connection = await database.DataSource.OpenConnectionAsync();
        Assert.That(new Version(connection.ServerVersion).Major, Is.GreaterThanOrEqualTo(13), "SQL Server 2016 or later");
    }
}
