using CustomerRadar.Core;
using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace CustomerRadar.Jobs.Tests;

/// <summary>The periodic work as a host has it, with everything that it keeps in one PostgreSQL database; two nodes where it matters.</summary>
internal sealed class WorksOnTablesTests
{
    private static readonly StoreKey Store = StoreKey.Parse("1");
    private static readonly SendRule Rule = new()
    {
        Key = RuleKey.Parse("after-payment"),
        Name = "After payment",
        Trigger = Trigger.OrderPaid,
        Programme = ProgrammeDisplayId.Parse("1cf118a0326d47aa851a90b9674e90aa"),
    };

    private PostgresDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        _database = await PostgresDatabase.CreateAsync();
        await using var node = Node(orders: 0);
        await node.GetRequiredService<ISchema>().EnsureAsync(default);
    }

    [TearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [Test]
    public async Task Host_OfCoreAndStorage_HasEveryWork()
    {
        await using var node = Node(orders: 0);
        await using var scope = node.CreateAsyncScope();
        Assert.That(
            scope.ServiceProvider.GetServices<IPeriodicWork>().Select(work => work.Name),
            Is.EquivalentTo(["reconcile", "backfill", "retention", "daily-counts", "alerts"]));
    }

    [TestCase("reconcile")]
    [TestCase("backfill")]
    [TestCase("retention")]
    [TestCase("daily-counts")]
    [TestCase("alerts")]
    public async Task Work_NothingToDo_IsDoneTwice(string work)
    {
        await using var node = Node(orders: 0);
        Assert.That(async () => await RunAsync(node, work), Throws.Nothing);
        Assert.That(async () => await RunAsync(node, work), Throws.Nothing);
    }

    [Test]
    public async Task Reconcile_TwoNodesAtOnceAndAgain_PlansEveryOrderOnce()
    {
        await using var one = Node(orders: 450);
        await using var two = Node(orders: 450);

        await Task.WhenAll(RunAsync(one, "reconcile"), RunAsync(two, "reconcile"));
        await RunAsync(one, "reconcile");

        Assert.That(await RowsAsync(one), Is.EqualTo(450));
    }

    [Test]
    public async Task Backfill_TwoNodesAtOnce_PlansAndCountsEveryOrderOnce()
    {
        await using var one = Node(orders: 300);
        await using var two = Node(orders: 300);
        var id = await StartAsync(one);

        await Task.WhenAll(RunAsync(one, "backfill"), RunAsync(two, "backfill"));
        // Whoever was slower has stopped; the next run takes the rest.
        await RunAsync(two, "backfill");
        await RunAsync(one, "backfill");

        var backfill = await one.GetRequiredService<IBackfills>().FindAsync(id, default);
        Assert.Multiple(async () =>
        {
            Assert.That(await RowsAsync(one), Is.EqualTo(300));
            Assert.That(backfill, Has.Property("State").EqualTo(BackfillState.Done));
            Assert.That((backfill!.Progress.Seen, backfill.Progress.Planned + backfill.Progress.Invited), Is.EqualTo((300, 300)));
        });
    }

    [Test]
    public async Task Backfill_NodeKilledBetweenPages_TheOtherGoesOn()
    {
        await using var one = Node(orders: 300, fallsOverAt: 2);
        await using var two = Node(orders: 300);
        var id = await StartAsync(one);
        await RunAsync(one, "backfill");
        var before = await RowsAsync(two);

        await RunAsync(two, "backfill");

        var backfill = await two.GetRequiredService<IBackfills>().FindAsync(id, default);
        Assert.That((before, await RowsAsync(two), backfill!.State, backfill.Progress.Seen), Is.EqualTo((200, 300, BackfillState.Done, 300)));
    }

    [Test]
    public async Task Alerts_PauseBeginsAndEnds_AlertIsRaisedToldOnceAndResolved()
    {
        await using var node = Node(orders: 0);
        var scope = PauseScope.Of(ConnectionKey.Parse("main"));
        var pauses = node.GetRequiredService<IPauses>();
        await pauses.ChangeAsync(
            scope, (_, now) => new Pause { Scope = scope, Cause = PauseCause.LogIn, ClosedUntil = now.AddMinutes(5), Since = now, Reason = "The answer was 401." }, default);
        await RunAsync(node, "alerts");
        await RunAsync(node, "alerts");
        var open = await node.GetRequiredService<IAlerts>().OpenAsync(default);

        await pauses.ChangeAsync(scope, (_, _) => null, default);
        await RunAsync(node, "alerts");

        Assert.Multiple(async () =>
        {
            Assert.That((open.Single().Alert.Kind, open.Single().Count), Is.EqualTo((AlertKind.LogInRefused, 1)));
            Assert.That(await node.GetRequiredService<IAlerts>().OpenAsync(default), Is.Empty);
            Mock.Get(node.GetRequiredService<IAlertNotices>()).Verify(x => x.TellAsync(It.IsAny<AlertRow>(), It.IsAny<CancellationToken>()), Times.Once);
        });
    }

    private static async Task RunAsync(ServiceProvider node, string work)
    {
        await using var scope = node.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IPeriodicWork>().Single(one => one.Name == work).RunAsync(default);
    }

    private static async Task<long> StartAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        var start = await scope.ServiceProvider.GetRequiredService<Core.Periodic.Backfills>().StartAsync(
            new BackfillRequest(Store, Rule.Key, now.AddDays(-20), now) { PerHour = 3600 }, "an operator", default);
        return start.Id!.Value;
    }

    private static async Task<int> RowsAsync(ServiceProvider node) =>
        (await node.GetRequiredService<IInvitationQueries>().CountByStateAsync(default)).Values.Sum();

    private ServiceProvider Node(int orders, int fallsOverAt = 0)
    {
        var connection = new Connection
        {
            Key = ConnectionKey.Parse("main"),
            Username = "testing",
            Password = new Secret("testing12345"),
            ClientDisplayId = ClientDisplayId.Parse("8291a9ed952342c5b5fe2915f2189e7c"),
        };
        var book = new RuleBook([Rule], new Dictionary<StoreKey, Connection> { [Store] = connection });
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCustomerRadarCore();
        new StorageModule().AddServices(services, new HostDatabase(DatabaseProduct.PostgreSql, _database.DataSource, _database.ConnectionString));
        services.AddSingleton(Mock.Of<IRuleBooks>(books => books.Current == book && books.ReadAsync(It.IsAny<CancellationToken>()) == Task.FromResult(book)));
        services.AddSingleton(Mock.Of<IInvitationScheduler>());
        services.AddSingleton(Mock.Of<IAlertNotices>(notices => notices.TellAsync(It.IsAny<AlertRow>(), It.IsAny<CancellationToken>()) == Task.CompletedTask));
        services.AddScoped<IInteractionSource>(_ => new PaidOrders(orders, fallsOverAt));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
