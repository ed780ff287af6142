using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Testing;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CustomerRadar.Core.Tests.Pauses;

public sealed class CopyGuardTests
{
    private static readonly string[] Shop = ["https://shop.example.com/", "db.example.com", "shop"];
    private static readonly string[] Copy = ["https://test.example.com/", "db.example.com", "shop_test"];

    private readonly FakeTimeProvider _time = new();
    private MemoryValues _values = null!;
    private MemoryPauses _pauses = null!;
    private RecordingLogger<CopyGuard> _log = null!;
    private CopyGuard _guard = null!;
    private SendingPauses _sending = null!;

    [SetUp]
    public void SetUp()
    {
        _values = new MemoryValues();
        _pauses = new MemoryPauses(_time);
        _log = new RecordingLogger<CopyGuard>();
        _guard = Process();
        _sending = new SendingPauses(_pauses, new InstallationKey(_values));
    }

    [Test]
    public async Task CheckAsync_TheFirstPlace_IsTakenAsItIs()
    {
        Assert.That(await _guard.CheckAsync(Shop, default), Is.True);
        Assert.That(await _guard.CheckAsync(["HTTPS://Shop.example.com", "DB.example.com", "shop"], default), Is.True, "the same place in another spelling");
        Assert.That(_pauses.Known, Is.Empty);
    }

    [Test]
    public async Task CheckAsync_ElsewhereLater_PausesEverythingUntilSomebodyConfirms()
    {
        await _guard.CheckAsync(Shop, default);
        Assert.That(await _guard.CheckAsync(Copy, default), Is.False);
        Assert.That(_pauses.Known[PauseScope.Copy].Cause, Is.EqualTo(PauseCause.Copy));

        await _guard.ConfirmAsync(Copy, default);
        Assert.That(_pauses.Known, Is.Empty);
        Assert.That(await _guard.CheckAsync(Copy, default), Is.True);
    }

    [Test]
    public async Task CheckAsync_BackAtTheRightPlace_GoesOn()
    {
        await _guard.CheckAsync(Shop, default);
        await _guard.CheckAsync(Copy, default);
        await _guard.CheckAsync(Shop, default);
        Assert.That(_pauses.Known, Is.Empty);
    }

    [Test]
    public async Task CheckAsync_ElsewhereAgainAndAgain_IsToldOnce()
    {
        await _guard.CheckAsync(Shop, default);
        for (var checks = 0; checks < 5; checks++)
            await _guard.CheckAsync(Copy, default);
        Assert.That(_log.Lines.Select(line => line.Event.Id), Is.EqualTo(new[] { 2040 }));
        Assert.That(_guard.IsElsewhere, Is.True);
    }

    [Test]
    public async Task CheckAsync_AnotherPlaceWhileTheRightOneIsAtWork_SendsNothingAndLeavesTheOthersAlone()
    {
        var other = Process();
        await _guard.CheckAsync(Shop, default);
        for (var rounds = 0; rounds < 10; rounds++)
        {
            Assert.That(await other.CheckAsync(Copy, default), Is.False);
            Assert.That(_pauses.Known, Is.Empty, "the farm goes on");
            _time.Advance(TimeSpan.FromSeconds(30));
            await _guard.CheckAsync(Shop, default);
        }

        Assert.That((other.IsElsewhere, _guard.IsElsewhere), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task CheckAsync_NobodyAtTheRightPlaceAnyMore_PausesUntilItIsBack()
    {
        var other = Process();
        await _guard.CheckAsync(Shop, default);
        _time.Advance(CopyGuard.Patience);
        await other.CheckAsync(Copy, default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));

        await _guard.CheckAsync(Shop, default);
        await other.CheckAsync(Copy, default);
        Assert.That(_pauses.Known, Is.Empty);
        Assert.That(other.IsElsewhere, Is.True);
    }

    [Test]
    public async Task CheckAsync_CopyRestoredAMinuteAfterItWasTaken_SendsNothingFromTheFirstCheckOn()
    {
        await _guard.CheckAsync(Shop, default);
        _time.Advance(TimeSpan.FromMinutes(1));
        var copy = Process();
        await copy.CheckAsync(Copy, default);
        Assert.That((copy.IsElsewhere, _pauses.Known.Count), Is.EqualTo((true, 0)), "what the copied rows say of the shop is still fresh");

        _time.Advance(TimeSpan.FromMinutes(1));
        await copy.CheckAsync(Copy, default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
    }

    [Test]
    public async Task CheckAsync_CopyOnAServerWhoseClockIsBehind_PausesAllTheSame()
    {
        _time.Advance(TimeSpan.FromHours(1));
        await _guard.CheckAsync(Shop, default);
        var (key, seen) = _values.Values.Single(value => value.Key == "fingerprint-seen");
        _values.Values[key] = $"{_time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds()} {seen.Split(' ')[1]}";
        await Process().CheckAsync(Copy, default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
    }

    [Test]
    public async Task ConfirmAsync_WhileTheOtherPlaceIsAtWork_LetsBothSend()
    {
        var other = Process();
        await _guard.CheckAsync(Shop, default);
        await other.CheckAsync(Copy, default);
        await other.ConfirmAsync(Copy, default);
        Assert.That((await _guard.CheckAsync(Shop, default), await other.CheckAsync(Copy, default)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task ConfirmAsync_OtherPlaceNotAtWork_TakesItsPlace()
    {
        await _guard.CheckAsync(Shop, default);
        _time.Advance(CopyGuard.Patience);
        var moved = Process();
        await moved.CheckAsync(Copy, default);
        await moved.ConfirmAsync(Copy, default);
        Assert.That(await _guard.CheckAsync(Shop, default), Is.False, "the shop has moved; what is left at the old place is a copy");
        Assert.That((moved.IsElsewhere, _guard.IsElsewhere, _pauses.Known.Count), Is.EqualTo((false, true, 0)));
    }

    [Test]
    public async Task CheckAsync_DatabaseAway_ChangesNothing()
    {
        await _guard.CheckAsync(Shop, default);
        var away = new Mock<IKeptValues>(MockBehavior.Strict);
        away.Setup(x => x.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());
        var guard = new CopyGuard(away.Object, _pauses, _log);
        Assert.That(() => guard.CheckAsync(Copy, default), Throws.TypeOf<TimeoutException>());
        Assert.That((guard.IsElsewhere, _pauses.Known.Count), Is.EqualTo((false, 0)));

        await _guard.CheckAsync(Copy, default);
        var pauses = new Mock<IPauses>(MockBehavior.Strict);
        pauses.Setup(x => x.ReadAsync(It.IsAny<IReadOnlyCollection<PauseScope>>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());
        Assert.That(() => new CopyGuard(_values, pauses.Object, _log).CheckAsync(Shop, default), Throws.TypeOf<TimeoutException>());
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
    }

    [Test]
    public async Task CheckAsync_APersonsPause_IsLeftAloneByCopyAndConfirmation()
    {
        await _guard.CheckAsync(Shop, default);
        await _sending.PauseAsync(PauseScope.All, "Stock-taking.", null, default);
        await _guard.CheckAsync(Copy, default);
        Assert.That(_pauses.Known.Keys, Is.EquivalentTo(PauseScope.Everything));

        await _guard.ConfirmAsync(Copy, default);
        Assert.That(_pauses.Known[PauseScope.All].Cause, Is.EqualTo(PauseCause.Operator));
        Assert.That(_pauses.Known, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ResumeAsync_APersonsPauseOfACopy_LeavesTheCopyPaused()
    {
        await _guard.CheckAsync(Shop, default);
        await _guard.CheckAsync(Copy, default);
        await _sending.PauseAsync(PauseScope.All, "Stock-taking.", null, default);
        await _sending.ResumeAsync(PauseScope.All, default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
        Assert.That(() => _sending.ResumeAsync(PauseScope.Copy, default), Throws.TypeOf<ArgumentOutOfRangeException>(), "it would come back with the next check");
    }

    // Another process on the same database.
    private CopyGuard Process() => new(_values, _pauses, _log);
}
