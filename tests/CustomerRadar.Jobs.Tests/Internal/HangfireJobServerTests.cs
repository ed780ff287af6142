using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Jobs.Tests.Internal;

/// <summary>How starting goes on until it succeeds, with a storage that fails on demand.</summary>
internal sealed class HangfireJobServerTests
{
    [Test]
    public async Task Start_StorageFails_TriesAgainAfterFiveSecondsAndDoublesUpToFiveMinutes()
    {
        var time = new FakeTimeProvider();
        await using var node = Node(new StoreThatFails(int.MaxValue), time);
        var waits = new List<string>();
        var failed = node.Log.NextAsync(3001);
        await node.Server.StartAsync(CancellationToken.None);

        foreach (var seconds in new[] { 5, 10, 20, 40, 80, 160, 300, 300 })
        {
            waits.Add((await failed).Text);
            failed = node.Log.NextAsync(3001);
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.That(
            waits.Select(text => text.Split("next try in ")[1][..8]),
            Is.EqualTo(["00:00:05", "00:00:10", "00:00:20", "00:00:40", "00:01:20", "00:02:40", "00:05:00", "00:05:00"]));
    }

    [Test]
    public async Task Start_Twice_OpensTheStorageOnce()
    {
        var store = new StoreThatFails(0);
        await using var node = Node(store, TimeProvider.System);

        await node.StartAsync();
        await node.Server.StartAsync(CancellationToken.None);
        await node.StopAsync();

        Assert.That(store.Opened, Is.EqualTo(1));
    }

    [Test]
    public async Task Stop_WhileStartingFails_EndsTheTries()
    {
        var store = new StoreThatFails(int.MaxValue);
        var time = new FakeTimeProvider();
        await using var node = Node(store, time);
        var failed = node.Log.NextAsync(3001);
        await node.Server.StartAsync(CancellationToken.None);
        await failed;

        await node.StopAsync();
        time.Advance(TimeSpan.FromHours(1));

        Assert.That((store.Opened, store.Closed), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Stop_Twice_BothEnd()
    {
        await using var node = await Node(new StoreThatFails(0), TimeProvider.System).StartAsync();

        Assert.That(async () => await Task.WhenAll(node.StopAsync(), node.StopAsync()).WaitAsync(TestNode.Patience), Throws.Nothing);
    }

    [Test]
    public async Task Stop_NeverStarted_ClosesTheStorage()
    {
        var store = new StoreThatFails(0);
        await using var node = Node(store, TimeProvider.System);

        await node.StopAsync();

        Assert.That(store.Closed, Is.True);
    }

    [Test]
    public async Task HangfireLog_ItsWarnings_ReachOurs()
    {
        await using var node = await Node(new StoreThatFails(0), TimeProvider.System).StartAsync();

        Hangfire.Logging.LogProvider.GetLogger("Hangfire.Server.Worker").Log(Hangfire.Logging.LogLevel.Warn, () => "Something is slow.");

        Assert.That(node.Log.Of(3050), Has.Some.Property(nameof(LogLine.Text)).EqualTo("Worker: Something is slow."));
    }

    [Test]
    public async Task Job_CannotBeMade_IsLoggedToo()
    {
        await using var node = new TestNode(
            _ => { },
            more: services => services.AddScoped<Core.Metadata.IPhoneNumbers>(_ => throw new InvalidOperationException("No numbers.")));
        await node.StartAsync();
        var failed = node.Log.NextAsync(3020);

        node.Scheduler.Schedule(new InvitationId(42), DateTimeOffset.UnixEpoch);

        Assert.That((await failed).Text, Does.Contain("42"));
    }

    private static TestNode Node(IJobStore store, TimeProvider time) =>
        new(_ => { }, more: services => services.AddSingleton(store).AddSingleton(time));

    private sealed class StoreThatFails(int times) : IJobStore
    {
        public int Opened { get; private set; }

        public bool Closed { get; private set; }

        public JobStorage Open() => ++Opened > times ? new InMemoryStorage() : throw new TimeoutException("The database is away.");

        public void Close() => Closed = true;

        public Task DropAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
