using System.Diagnostics;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Jobs.Tests;

/// <summary>What holds on every storage of jobs.</summary>
[TestFixture(JobStorageKind.InMemory)]
[TestFixture(JobStorageKind.PostgreSql)]
[TestFixture(JobStorageKind.SqlServer)]
internal sealed class JobServerTests(JobStorageKind storage)
{
    private static readonly InvitationId Id = new(42);

    private JobDatabase _database = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => _database = await JobDatabase.CreateAsync(storage);

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Test]
    public async Task Schedule_DueAlready_RunsWithoutWaitingForAPoll()
    {
        await using var node = await new TestNode(options =>
        {
            _database.Use(options);
            options.PollInterval = options.DispatchInterval = TimeSpan.FromMinutes(1);
        }).StartAsync();
        var clock = Stopwatch.StartNew();

        node.Scheduler.Schedule(Id, TimeProvider.System.GetUtcNow());
        await node.Outbox.LeasedAsync(Id);

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Schedule_Later_RunsThenAndNotBefore()
    {
        await using var node = await new TestNode(_database.Use).StartAsync();
        // Just before a full second: Hangfire, which knows no parts of one, would come most of a second early.
        var dueAt = DateTimeOffset.FromUnixTimeMilliseconds((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() * 1000) + 1990);

        node.Scheduler.Schedule(Id, dueAt);
        var ranAt = await node.Outbox.LeasedAsync(Id);

        Assert.That(ranAt, Is.InRange(dueAt, dueAt.AddSeconds(20)));
    }

    [Test]
    public async Task Schedule_BeforeTheStart_RunsAfterIt()
    {
        await using var node = new TestNode(_database.Use);
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);

        await node.StartAsync();

        Assert.That(await node.Outbox.LeasedAsync(Id), Is.Not.Default);
    }

    [Test]
    public async Task Start_RowWithoutAJob_IsSwept()
    {
        await using var node = new TestNode(_database.Use);
        node.Outbox.AddOverdue(Id);

        await node.StartAsync();

        Assert.That(async () => await node.Outbox.CompletedAsync(Id), Throws.Nothing);
    }

    [Test]
    public async Task RunSoon_HourlyWork_IsDoneOnceAtOnce()
    {
        var done = new TaskCompletionSource();
        // No interval ends within this test.
        var work = new SomeWork("reconcile") { Interval = TimeSpan.FromDays(1), WhenRun = _ => Task.FromResult(done.TrySetResult()) };
        await using var node = await new TestNode(_database.Use, more: services => services.AddSingleton<IPeriodicWork>(work)).StartAsync();

        var taken = await node.Server.RunSoonAsync("reconcile", CancellationToken.None);
        await done.Task.WaitAsync(TestNode.Patience);

        Assert.That((taken, work.Runs), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task RunSoon_NotStartedOrStopped_IsRefused()
    {
        await using var node = new TestNode(_database.Use);
        var early = await node.Server.RunSoonAsync("reconcile", CancellationToken.None);
        await node.StartAsync();
        await node.StopAsync();

        Assert.That((early, await node.Server.RunSoonAsync("reconcile", CancellationToken.None)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Dispatch_RowThatLostItsWakeUp_IsSweptAtTheNextInterval()
    {
        await using var node = new TestNode(options =>
        {
            _database.Use(options);
            options.DispatchInterval = TimeSpan.FromSeconds(1);
        });
        var first = node.Outbox.NextSweepAsync();
        await node.StartAsync();
        await first;

        node.Outbox.AddOverdue(Id);

        Assert.That(async () => await node.Outbox.CompletedAsync(Id), Throws.Nothing);
    }

    [Test]
    public async Task Dispatch_EarlierSweepStillRuns_DoesNotSweepBesideIt()
    {
        var release = new TaskCompletionSource();
        var inside = 0;
        var most = 0;
        var outbox = new FakeOutbox
        {
            WhenSwept = async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await release.Task;
                Interlocked.Decrement(ref inside);
            },
        };
        await using var node = new TestNode(
            options =>
            {
                _database.Use(options);
                options.DispatchInterval = TimeSpan.FromSeconds(1);
                options.Workers = 4;
            },
            outbox);
        var swept = outbox.NextSweepAsync();
        await node.StartAsync();
        await swept;

        // A job that is due three intervals later runs after the sweeps of those intervals.
        node.Scheduler.Schedule(Id, TimeProvider.System.GetUtcNow().AddSeconds(3));
        await outbox.LeasedAsync(Id);
        release.SetResult();

        Assert.That(most, Is.EqualTo(1));
    }

    [Test]
    public async Task Job_Fails_IsLoggedWithTheRowAndNotTriedAgain()
    {
        var outbox = new FakeOutbox();
        outbox.WhenLeased = (id, _) => id == Id ? throw new TimeoutException("The database is busy.") : Task.CompletedTask;
        await using var node = await new TestNode(_database.Use, outbox).StartAsync();
        var logged = node.Log.NextAsync(3020);

        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        var line = await logged;
        node.Scheduler.Schedule(new InvitationId(43), TimeProvider.System.GetUtcNow().AddSeconds(2));
        await outbox.LeasedAsync(new InvitationId(43));

        Assert.Multiple(() =>
        {
            Assert.That(line.Text, Does.Contain("SendInvitationJob").And.Contain("42"));
            Assert.That(line.Exception, Is.InstanceOf<TimeoutException>());
            Assert.That(outbox.Leases, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Stop_JobHeedsTheToken_EndsCleanly()
    {
        var outbox = new FakeOutbox { WhenLeased = (_, token) => Task.Delay(Timeout.Infinite, token) };
        await using var node = await new TestNode(_database.Use, outbox).StartAsync();
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        await outbox.LeasedAsync(Id);

        await node.StopAsync();

        Assert.Multiple(() =>
        {
            Assert.That(node.Server.IsRunning, Is.False);
            Assert.That(node.Log.Of(3002), Has.Count.EqualTo(1));
            Assert.That(node.Log.Of(3020), Is.Empty, "a job that goes back to its queue has not failed");
        });
    }

    [Test]
    public async Task Stop_JobDoesNotHeedTheToken_EndsWhenPatienceDoes()
    {
        var release = new TaskCompletionSource();
        var outbox = new FakeOutbox { WhenLeased = (_, _) => release.Task };
        await using var node = await new TestNode(_database.Use, outbox).StartAsync();
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);
        await outbox.LeasedAsync(Id);
        var clock = Stopwatch.StartNew();

        await node.Server.StopAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        var took = clock.Elapsed;
        release.SetResult();

        Assert.Multiple(() =>
        {
            Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(10)));
            Assert.That(node.Log.Of(3003), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Start_AfterStop_StaysStopped()
    {
        await using var node = await new TestNode(_database.Use).StartAsync();
        await node.StopAsync();

        await node.Server.StartAsync(CancellationToken.None);
        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);

        Assert.Multiple(() =>
        {
            Assert.That(node.Server.IsRunning, Is.False);
            Assert.That(node.Log.Of(3004), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task DropStorage_StillRunning_IsRefused()
    {
        await using var node = await new TestNode(_database.Use).StartAsync();

        Assert.That(async () => await node.Server.DropStorageAsync(CancellationToken.None), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Start_WithinARequest_ItsContextReachesNoJob()
    {
        var request = new AsyncLocal<string?>();
        var seen = new TaskCompletionSource<string?>();
        var outbox = new FakeOutbox();
        outbox.WhenLeased = (_, _) =>
        {
            seen.TrySetResult(request.Value);
            return Task.CompletedTask;
        };
        request.Value = "an admin's request";
        await using var node = await new TestNode(_database.Use, outbox).StartAsync();

        node.Scheduler.Schedule(Id, DateTimeOffset.UnixEpoch);

        Assert.That(await seen.Task.WaitAsync(TestNode.Patience), Is.Null);
    }
}
