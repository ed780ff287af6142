using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class NodeBeatTests
{
    private FakeTimeProvider _time = null!;
    private MemoryLeases _leases = null!;
    private LogLines _log = null!;

    [SetUp]
    public void SetUp()
    {
        _time = new FakeTimeProvider();
        _leases = new MemoryLeases(_time);
        _log = new LogLines();
    }

    [TearDown]
    public void TearDown() => _log.Dispose();

    [Test]
    public async Task Beat_TwoNodes_ShareTheLimitsAndOneThatDiesFallsOutAfterItsLease()
    {
        using var pace = Pace();
        var beat = Beat("one", pace);
        await _leases.TryTakeAsync("node/two", "two", NodeBeat.LeaseLength, default);
        var counted = _log.NextAsync(3040);
        beat.Start();
        await counted;
        var shared = pace.LiveNodes;

        counted = _log.NextAsync(3040);
        for (var beats = 0; beats < 4; beats++)
            _time.Advance(NodeBeat.Interval);
        await counted;
        await beat.StopAsync(default);

        Assert.That((shared, pace.LiveNodes, _leases.Holder("node/one")), Is.EqualTo((2, 1, (string?)null)));
    }

    [Test]
    public async Task Beat_DatabaseAway_KeepsTheLastCountAndSaysSoOnce()
    {
        using var pace = Pace();
        var beat = Beat("one", pace);
        await _leases.TryTakeAsync("node/two", "two", TimeSpan.FromHours(1), default);
        var counted = _log.NextAsync(3040);
        beat.Start();
        await counted;
        var asked = new SemaphoreSlim(0);
        _leases.WhenAsked = () =>
        {
            asked.Release();
            throw new TimeoutException("The database is away.");
        };

        for (var beats = 0; beats < 3; beats++)
        {
            _time.Advance(NodeBeat.Interval);
            Assert.That(await asked.WaitAsync(TestNode.Patience), Is.True);
        }

        await beat.StopAsync(default);

        Assert.That((pace.LiveNodes, _log.Of(3041).Count, _log.Of(3042).Count), Is.EqualTo((2, 1, 1)));
    }

    [Test]
    public async Task Stop_NeverStarted_AsksNothing()
    {
        using var pace = Pace();
        _leases.WhenAsked = () => throw new InvalidOperationException("Nobody may ask.");

        await Beat("one", pace).StopAsync(default);

        Assert.That(_log.Of(3042), Is.Empty);
    }

    private static RequestPace Pace() => new(Options.Create(new ApiOptions()));

    private NodeBeat Beat(string node, RequestPace pace) => new(
        _leases,
        pace,
        Options.Create(new SendingOptions { Worker = node }),
        _time,
        LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<NodeBeat>());
}
