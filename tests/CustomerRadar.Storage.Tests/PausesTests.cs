using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class PausesTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly PauseScope Connection = PauseScope.Of(ConnectionKey.Parse("store-1"));
    private static readonly PauseScope Rule = PauseScope.Of(
        Some.Rule, ProgrammeDisplayId.Parse("programme"), new LocationTarget(LocationDisplayId.Parse("nz"), PomDisplayId.Parse("pom")));

    private Tables _tables = null!;

    private Pauses Pauses => _tables.Pauses;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task ReadAsync_NothingKnown_StillTellsTheTime()
    {
        await _tables.MoveTimeAsync(TimeSpan.FromDays(3));
        var reading = await Pauses.ReadAsync([PauseScope.All, Connection], default);
        Assert.That(reading.Pauses, Is.Empty);
        Assert.That(reading.Now, Is.EqualTo(await _tables.NowAsync()).Within(TimeSpan.FromSeconds(5)));
        Assert.That((await Pauses.ReadAsync([], default)).Pauses, Is.Empty);
    }

    [Test]
    public async Task ChangeAsync_EveryMember_ComesBack()
    {
        var now = await _tables.NowAsync();
        var pause = new Pause
        {
            Scope = Rule,
            Cause = PauseCause.Configuration,
            ClosedUntil = now.AddHours(1),
            Since = now,
            Reason = "The ids do not belong together.",
            Advice = "Look them up.",
            Troubles = 3,
            Probes = 2,
            Probe = Guid.NewGuid(),
            Settings = "abc",
        };
        Assert.That(await Pauses.ChangeAsync(Rule, (_, _) => pause, default), Is.EqualTo(pause));

        Assert.That((await Pauses.ReadAsync([Connection, Rule], default)).Pauses, Is.EqualTo(new[] { pause }));
        Assert.That((await Pauses.ListAsync(default)).Pauses, Is.EqualTo(new[] { pause }));
    }

    [Test]
    public async Task ChangeAsync_Decide_GetsWhatIsThereAndTheTime()
    {
        var first = new Pause { Scope = Connection, Cause = PauseCause.Trouble, Troubles = 1 };
        await Pauses.ChangeAsync(Connection, (_, _) => first, default);
        await _tables.MoveTimeAsync(TimeSpan.FromHours(5));

        (Pause? Before, DateTimeOffset Now) seen = default;
        await Pauses.ChangeAsync(Connection, (before, now) => (seen = (before, now)).Before, default);
        Assert.That(seen.Before, Is.EqualTo(first));
        Assert.That(seen.Now, Is.EqualTo(await _tables.NowAsync()).Within(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task ChangeAsync_Null_RemovesIt()
    {
        await Pauses.ChangeAsync(Connection, (_, _) => new Pause { Scope = Connection, Cause = PauseCause.LogIn, ClosedUntil = Some.LongAgo }, default);
        Assert.That(await Pauses.ChangeAsync(Connection, (_, _) => null, default), Is.Null);

        Assert.That((await Pauses.ListAsync(default)).Pauses, Is.Empty);
        Pause? before = null;
        await Pauses.ChangeAsync(Connection, (found, _) => before = found, default);
        Assert.That(before, Is.Null);
    }

    [Test]
    public async Task ChangeAsync_SixtyFourAtOnceOnANewScope_LosesNone()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Pauses.ChangeAsync(Connection, Count, default))));
        Assert.That((await Pauses.ListAsync(default)).Pauses.Single().Troubles, Is.EqualTo(64));
    }

    [Test]
    public async Task ChangeAsync_RemovedAndSetAtOnce_EndsAsOneAfterTheOther()
    {
        for (var round = 0; round < 20; round++)
        {
            await Pauses.ChangeAsync(Connection, (_, _) => null, default);
            await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Pauses.ChangeAsync(Connection, i % 3 == 0 ? Remove : Count, default))));
            Assert.That((await Pauses.ListAsync(default)).Pauses.SingleOrDefault()?.Troubles ?? 0, Is.LessThanOrEqualTo(8));
        }
    }

    private static Pause? Remove(Pause? before, DateTimeOffset now) => null;

    private static Pause? Count(Pause? before, DateTimeOffset now) =>
        new() { Scope = Connection, Cause = PauseCause.Trouble, Troubles = (before?.Troubles ?? 0) + 1 };
}
