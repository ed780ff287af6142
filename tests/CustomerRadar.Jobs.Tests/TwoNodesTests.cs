using CustomerRadar.Core;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Jobs.Internal;
using CustomerRadar.Storage;
using CustomerRadar.Testing;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Two nodes with their jobs and their leases in one PostgreSQL database.</summary>
internal sealed class TwoNodesTests
{
    private PostgresDatabase _database = null!;
    private string _schema = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase()
    {
        _database = await PostgresDatabase.CreateAsync();
        await using var node = Node("setup", new SomeWork("none"));
        await node.Service<ISchema>().EnsureAsync(default);
    }

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [SetUp]
    public void ChooseSchema() => _schema = $"jobs_{Guid.NewGuid():N}";

    [Test]
    public async Task Work_RunsOnOneNode_TheOtherReturnsAtOnceAndGoesOnWhenThatNodeDies()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = new SomeWork("held")
        {
            WhenRun = _ =>
            {
                begun.TrySetResult();
                return end.Task;
            },
        };
        await using var one = Node("one", held);
        var other = new SomeWork("held");
        await using var two = Node("two", other);
        var run = RunAsync(one, "held");
        await begun.Task;

        await RunAsync(two, "held");
        var whileHeld = other.Runs;
        // What a killed node leaves behind, after the length of its lease.
        await ExecuteAsync("UPDATE CustomerRadar_Lease SET Until = Until - 61000 WHERE Name = 'work/held'");
        await RunAsync(two, "held");
        end.SetResult();
        await run;

        Assert.That((whileHeld, other.Runs), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Work_TriggeredInTheJobStorage_IsDoneByOneOfTheNodes()
    {
        var ran = new TaskCompletionSource<string>();
        await using var one = await Node("one", Telling("told", "one", ran)).StartAsync();
        await using var two = await Node("two", Telling("told", "two", ran)).StartAsync();

        Trigger(one, "told");

        Assert.That(await ran.Task.WaitAsync(TestNode.Patience), Is.AnyOf("one", "two"));
    }

    [Test]
    public async Task Work_Fails_IsLoggedByNameAndNotTriedAgain()
    {
        var failing = new SomeWork("failing") { WhenRun = _ => throw new TimeoutException("The shop is busy.") };
        await using var node = await Node("one", failing).StartAsync();
        var failed = node.Log.NextAsync(3021);

        Trigger(node, "failing");
        var line = await failed;
        await node.StopAsync();

        Assert.That((line.Text.Contains("failing", StringComparison.Ordinal), line.Exception?.GetType(), failing.Runs), Is.EqualTo((true, typeof(TimeoutException), 1)));
    }

    [Test]
    public async Task Nodes_BothSend_EachTakesHalfUntilOneDies()
    {
        await using var one = await CountedAsync("one", 1);
        await using var two = await CountedAsync("two", 2);
        // What a killed node leaves behind, after the length of its lease.
        await ExecuteAsync("UPDATE CustomerRadar_Lease SET Until = Until - 91000 WHERE Name = 'node/one'");
        await using var three = await CountedAsync("three", 2);

        Assert.That(two.Service<RequestPace>().LiveNodes, Is.EqualTo(2));
        await two.StopAsync();
        await using var four = await CountedAsync("four", 2);
    }

    private static SomeWork Telling(string name, string node, TaskCompletionSource<string> ran) => new(name)
    {
        WhenRun = _ =>
        {
            ran.TrySetResult(node);
            return Task.CompletedTask;
        },
    };

    private static async Task RunAsync(TestNode node, string work)
    {
        await using var scope = node.Service<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PeriodicJob>().RunAsync(work, CancellationToken.None);
    }

    // Hangfire's own clockwork takes a minute at least; this is what it does then.
    private static void Trigger(TestNode node, string work)
    {
        var storage = node.Service<IJobStore>().Open();
        new RecurringJobManager(storage).Trigger($"customer-radar-work-{work}");
        (storage as IDisposable)?.Dispose();
    }

    private async Task<TestNode> CountedAsync(string name, int nodes)
    {
        var node = Node(name, new SomeWork("none"));
        // One node is what each believes at first, so there is no line about it.
        var counted = nodes > 1 ? node.Log.NextAsync(3040) : Task.CompletedTask;
        await node.StartAsync();
        await counted;
        Assert.That(node.Service<RequestPace>().LiveNodes, Is.EqualTo(nodes));
        return node;
    }

    private TestNode Node(string worker, IPeriodicWork work) => new(
        options =>
        {
            options.Storage = JobStorageKind.PostgreSql;
            options.ConnectionString = _database.ConnectionString;
            options.SchemaName = _schema;
        },
        more: services =>
        {
            services.Configure<SendingOptions>(sending => sending.Worker = worker);
            services.AddScoped(_ => work);
            // The leases of the tables instead of the fake ones; the rows stay fake.
            var tables = new ServiceCollection();
            new StorageModule().AddServices(tables, new HostDatabase(DatabaseProduct.PostgreSql, _database.DataSource, _database.ConnectionString));
            var storage = tables.BuildServiceProvider();
            services.AddSingleton(storage.GetRequiredService<INamedLeases>());
            services.AddSingleton(storage.GetRequiredService<ISchema>());
        });

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
