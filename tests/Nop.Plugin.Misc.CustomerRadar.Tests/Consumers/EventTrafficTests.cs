using System.Net;
using System.Net.Sockets;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Testing;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Plugin.Misc.CustomerRadar.Consumers;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>What the way of an event sends out of the process, counted where it leaves: at the database's driver and at the HTTP client.</summary>
[NonParallelizable]
public sealed class EventTrafficTests
{
    private static readonly Order Order = new() { Id = 123, StoreId = 1, CustomerId = 7, CreatedOnUtc = new DateTime(2026, 3, 2), PaidDateUtc = new DateTime(2026, 3, 2) };

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public async Task Paid_OneStatementForEachMatchingRule_AndNoRequest(int matching)
    {
        await using var store = await StoreWithTables.OpenAsync(
            [.. Enumerable.Range(1, matching).Select(number => Store.Rule(Trigger.OrderPaid, $"paid-{number}")), Store.Rule(Trigger.OrderPlaced, "placed")]);

        using var traffic = new Traffic();
        await store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order));

        Assert.That((traffic.Statements, traffic.Requests), Is.EqualTo((matching, 0)));
        Assert.That(await store.StatesAsync(), Has.Count.EqualTo(matching));
    }

    [Test]
    public async Task Paid_ASecondTime_OneStatementForEachMatchingRule_AndTheSameRows()
    {
        await using var store = await StoreWithTables.OpenAsync(Store.Rule(Trigger.OrderPaid, "one"), Store.Rule(Trigger.OrderPaid, "two"));
        await store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order));

        using var traffic = new Traffic();
        await store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order));

        Assert.That((traffic.Statements, traffic.Requests), Is.EqualTo((2, 0)));
        Assert.That(await store.StatesAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Cancelled_WithoutARow_OneStatement_AndNoRequest()
    {
        await using var store = await StoreWithTables.OpenAsync(Store.Rule(Trigger.OrderPaid));

        using var traffic = new Traffic();
        await store.Consumer<OrderEndedConsumer>().HandleEventAsync(new OrderVoidedEvent(Order));

        Assert.That((traffic.Statements, traffic.Requests), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Cancelled_WithRows_AsManyStatementsForOneAsForMany_AndNoRequest()
    {
        var counts = new List<int>();
        foreach (var rules in new[] { 1, 3 })
        {
            await using var store = await StoreWithTables.OpenAsync([.. Enumerable.Range(1, rules).Select(number => Store.Rule(Trigger.OrderPaid, $"rule-{number}"))]);
            await store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order));
            using var traffic = new Traffic();
            await store.Consumer<OrderEndedConsumer>().HandleEventAsync(new EntityDeletedEvent<Order>(Order));
            counts.Add(traffic.Statements);
            Assert.That(await store.StatesAsync(), Is.All.EqualTo(InvitationState.Cancelled));
            Assert.That(traffic.Requests, Is.Zero);
        }

        Assert.That(counts[1], Is.EqualTo(counts[0]), "A cancellation is one transaction, whatever the number of rules.");
        Assert.That(counts[0], Is.LessThanOrEqualTo(8));
    }

    [Test]
    public async Task Traffic_SeesAStatementAndARequest()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = nobody.LocalEndpoint.ToString();
        nobody.Stop();
        using var client = new HttpClient();

        using var traffic = new Traffic();
        await using (var connection = await database.DataSource.OpenConnectionAsync())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync();
        }

        Assert.That(() => client.GetAsync($"http://{address}/"), Throws.InstanceOf<HttpRequestException>());

        Assert.That((traffic.Statements, traffic.Requests), Is.EqualTo((1, 1)));
    }
}
