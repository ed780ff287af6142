using System.Net;
using System.Net.Sockets;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CustomerRadar.Jobs.Tests;

/// <summary>What needs a database that can be away, be shared by two processes, or keep what a killed one left.</summary>
internal sealed class PostgreSqlJobsTests
{
    private static readonly InvitationId Id = new(42);

    private PostgresDatabase _database = null!;
    private string _schema = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => _database = await PostgresDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [SetUp]
    public void ChooseSchema() => _schema = $"jobs_{Guid.NewGuid():N}";

    [Test]
    public async Task Options_NotStarted_TouchNoDatabase()
    {
        await using var node = new TestNode(Use);
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        await node.StopAsync();

        Assert.That(await SchemaExistsAsync(), Is.False);
    }

    [Test]
    public async Task Start_NoSchemaNamed_KeepsJobsInTheDocumentedOne()
    {
        _schema = "customerradar_jobs";
        await using var node = await new TestNode(options =>
        {
            Use(options);
            options.SchemaName = null;
        }).StartAsync();

        Assert.That(await SchemaExistsAsync(), Is.True);
    }

    [Test]
    public async Task Start_DatabaseAway_ThrowsNothingAndStartsWhenItIsBack()
    {
        var away = true;
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var closedPort = ClosedPort();
        await using var node = new TestNode(
            options =>
            {
                Use(options);
                options.CreateConnection = () => new NpgsqlConnection(
                    Volatile.Read(ref away) ? $"Host=127.0.0.1;Port={closedPort};Username=nobody;Timeout=2" : _database.ConnectionString);
            },
            more: services => services.AddSingleton<TimeProvider>(time));
        var failed = node.Log.NextAsync(3001);
        await node.Server.StartAsync(CancellationToken.None);
        var line = await failed;
        var runningWhileAway = node.Server.IsRunning;
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);

        Volatile.Write(ref away, false);
        var started = node.Log.NextAsync(3000);
        time.Advance(TimeSpan.FromSeconds(5));
        await started;
        await node.Outbox.LeasedAsync(Id);

        Assert.Multiple(() =>
        {
            Assert.That(line.Exception, Is.InstanceOf<NpgsqlException>());
            Assert.That(runningWhileAway, Is.False);
            Assert.That(node.Server.IsRunning, Is.True);
        });
    }

    [Test]
    public async Task Start_TwoNodesOnAnEmptyDatabase_BothStartAtTheFirstTry()
    {
        await using var one = new TestNode(Use);
        await using var two = new TestNode(Use);

        await Task.WhenAll(one.StartAsync(), two.StartAsync());

        Assert.That(one.Log.Of(3001).Concat(two.Log.Of(3001)), Is.Empty);
    }

    [Test]
    public async Task Schedule_TwoServers_BothTakeJobs()
    {
        var both = new CountdownEvent(2);
        var release = new TaskCompletionSource();
        // One worker each, which its job holds: only the other server can take the second.
        Task Hold(InvitationId id, CancellationToken token)
        {
            if (both.Signal())
                release.SetResult();
            return release.Task;
        }

        await using var one = await new TestNode(UseOneWorker, new FakeOutbox { WhenLeased = Hold }).StartAsync();
        await using var two = await new TestNode(UseOneWorker, new FakeOutbox { WhenLeased = Hold }).StartAsync();

        one.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        one.Scheduler.Schedule(new InvitationId(43), DateTimeOffset.UnixEpoch);
        await release.Task.WaitAsync(TestNode.Patience);

        Assert.That((one.Outbox.Leases, two.Outbox.Leases), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Stop_JobWasRunning_TheNextProcessRunsIt()
    {
        var held = new FakeOutbox { WhenLeased = (_, token) => Task.Delay(Timeout.Infinite, token) };
        await using (var before = await new TestNode(Use, held).StartAsync())
        {
            before.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
            await held.LeasedAsync(Id);
        }

        await using var after = await new TestNode(Use).StartAsync();

        Assert.That(async () => await after.Outbox.LeasedAsync(Id), Throws.Nothing);
    }

    [Test]
    public async Task Stop_WakeUpsStillWaiting_AreWrittenFirst()
    {
        await using (var before = await new TestNode(Use).StartAsync())
        {
            foreach (var number in Enumerable.Range(1, 100))
                before.Scheduler.Schedule(new InvitationId(number), TimeProvider.System.GetUtcNow().AddDays(1));
        }

        Assert.That(await CountAsync($"""select count(*) from "{_schema}".set where key = 'schedule'"""), Is.EqualTo(100));
    }

    [Test]
    public async Task DropStorage_AfterStop_LeavesNoSchemaAndNothingBringsItBack()
    {
        var release = new TaskCompletionSource();
        var outbox = new FakeOutbox { WhenLeased = (_, _) => release.Task };
        await using var node = await new TestNode(Use, outbox).StartAsync();
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        await outbox.LeasedAsync(Id);
        // A job outlives the patience, so Hangfire's threads are still there when the schema goes.
        await node.Server.StopAsync(TimeSpan.FromSeconds(1), CancellationToken.None);

        await node.Server.DropStorageAsync(CancellationToken.None);
        release.SetResult();
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        await node.Server.StartAsync(CancellationToken.None);
        var lingering = () => node.Service<IJobStore>().Open();

        Assert.Multiple(async () =>
        {
            Assert.That(lingering, Throws.InstanceOf<ObjectDisposedException>());
            Assert.That(await SchemaExistsAsync(), Is.False);
        });
    }

    [Test]
    public async Task DropStorage_NeverStarted_DropsWhatAnEarlierProcessLeft()
    {
        await using (await new TestNode(Use).StartAsync())
        {
        }

        await using var node = new TestNode(Use);
        await node.StopAsync();
        await node.Server.DropStorageAsync(CancellationToken.None);

        Assert.That(await SchemaExistsAsync(), Is.False);
    }

    [Test]
    public async Task Start_LocksOfAKilledProcess_HoldUpNothingForLong()
    {
        await using (await new TestNode(Use).StartAsync())
        {
        }

        // Hangfire's locks are rows, and a killed process takes none of its own away; by default they would hold for ten minutes.
        await ExecuteAsync($"""
            insert into "{_schema}".lock (resource, acquired)
            select '{_schema}:' || name, (now() at time zone 'utc') - interval '9 seconds'
            from unnest(array['lock:recurring-job:{JobQueue.DispatchId}', 'locks:schedulepoller']) name
            on conflict do nothing
            """);
        await using var node = await new TestNode(Use).StartAsync();
        node.Scheduler.Schedule(Id, TimeProvider.System.GetUtcNow().AddSeconds(1));

        Assert.That(async () => await node.Outbox.LeasedAsync(Id), Throws.Nothing);
    }

    [Test]
    public async Task Start_JobWrittenByAnotherVersion_IsRun()
    {
        await using (var before = await new TestNode(Use).StartAsync())
        {
            before.Scheduler.Schedule(Id, TimeProvider.System.GetUtcNow().AddSeconds(2));
        }

        var changed = await ExecuteAsync($"""
            update "{_schema}".job set invocationdata = regexp_replace(invocationdata::text, 'CustomerRadar.Jobs, Version=[0-9.]+', 'CustomerRadar.Jobs, Version=9.8.7.6')::jsonb
            where invocationdata::text like '%SendInvitationJob%'
            """);
        await using var after = await new TestNode(Use).StartAsync();

        Assert.That(changed, Is.EqualTo(1));
        Assert.That(async () => await after.Outbox.LeasedAsync(Id), Throws.Nothing);
    }

    [Test]
    public async Task Job_Fails_LeavesTheStorageInTime()
    {
        var outbox = new FakeOutbox { WhenLeased = (_, _) => throw new TimeoutException("The database is busy.") };
        await using var node = await new TestNode(Use, outbox).StartAsync();
        var failed = node.Log.NextAsync(3020);
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        await failed;
        await node.StopAsync();

        var left = await CountAsync($"""
            select count(*) from "{_schema}".job
            where invocationdata::text like '%SendInvitationJob%' and statename = 'Deleted' and expireat < (now() at time zone 'utc') + interval '61 minutes'
            """);

        Assert.That(left, Is.EqualTo(1));
    }

    [Test]
    public async Task CreateConnection_NotForPostgreSql_IsSaidPlainly()
    {
        await using var node = new TestNode(options =>
        {
            Use(options);
            options.CreateConnection = () => new Microsoft.Data.SqlClient.SqlConnection();
        });
        var failed = node.Log.NextAsync(3001);
        await node.Server.StartAsync(CancellationToken.None);

        Assert.That((await failed).Exception?.Message, Does.Contain("NpgsqlConnection"));
    }

    private void Use(JobsOptions options)
    {
        options.Storage = JobStorageKind.PostgreSql;
        options.ConnectionString = _database.ConnectionString;
        options.SchemaName = _schema;
    }

    private void UseOneWorker(JobsOptions options)
    {
        Use(options);
        options.Workers = 1;
    }

    private async Task<bool> SchemaExistsAsync() =>
        await CountAsync($"select count(*) from information_schema.schemata where schema_name = '{_schema}'") == 1;

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<int> ExecuteAsync(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
