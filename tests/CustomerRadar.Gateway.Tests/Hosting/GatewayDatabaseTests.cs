using CustomerRadar.Core;
using CustomerRadar.Gateway.Hosting;
using CustomerRadar.Gateway.Settings;
using CustomerRadar.Jobs;
using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.Hosting;

internal sealed class GatewayDatabaseTests
{
    [Test]
    public async Task Gateway_OnMariaDb_TakesAWebhookToItsEnd() => await DeliverAsync(DatabaseProduct.MySql, await MySqlDatabase.CreateAsync());

    [Test]
    public async Task Gateway_OnPostgreSql_TakesAWebhookToItsEnd() => await DeliverAsync(DatabaseProduct.PostgreSql, await PostgresDatabase.CreateAsync());

    [Test]
    public async Task Gateway_OnSqlServer_TakesAWebhookToItsEnd() => await DeliverAsync(DatabaseProduct.SqlServer, await SqlServerDatabase.CreateAsync());

    [TestCase(DatabaseProduct.PostgreSql)]
    [TestCase(DatabaseProduct.MySql)]
    [TestCase(DatabaseProduct.SqlServer)]
    public void Open_WhatIsNoConnectionString_SaysSoWithoutRepeatingIt(DatabaseProduct product) =>
        Assert.That(
            () => GatewayDatabase.Open(product, "Nonsense=s3cret"),
            Throws.TypeOf<SettingsException>().With.Message.Contains($"cannot be read by the driver of {product}").And.Message.Not.Contains("s3cret"));

    [TestCase(DatabaseProduct.Sqlite, JobStorageKind.InMemory)]
    [TestCase(DatabaseProduct.PostgreSql, JobStorageKind.PostgreSql)]
    [TestCase(DatabaseProduct.MySql, JobStorageKind.InMemory)]
    [TestCase(DatabaseProduct.SqlServer, JobStorageKind.SqlServer)]
    public void JobStorage_OfEachProduct(DatabaseProduct product, JobStorageKind kind) =>
        Assert.That(GatewayDatabase.JobStorage(product), Is.EqualTo(kind));

    private static async Task DeliverAsync(DatabaseProduct product, ITestDatabase database)
    {
        await using var gateway = await GatewayHost.StartAsync(product, database);
        var first = await gateway.DeliverAsync(GatewayHost.Sample("booking-created"));
        var again = await gateway.DeliverAsync(GatewayHost.Sample("booking-created"));
        var row = await gateway.FinalAsync("booking:bFJeNb2uX8ANpT3JL5EfXw");

        Assert.That(
            (first.Answer.GetProperty("result").GetString(), again.Answer.GetProperty("result").GetString(), row.GetProperty("state").GetString()),
            Is.EqualTo(("planned", "duplicate", "Accepted")));
        Assert.That(gateway.Sandbox.Invitations, Has.Count.EqualTo(1));
    }
}
