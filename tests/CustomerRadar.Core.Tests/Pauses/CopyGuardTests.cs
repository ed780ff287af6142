using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Tests.Contacts;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Pauses;

public sealed class CopyGuardTests
{
    private static readonly string[] Shop = ["https://shop.example.com/", "db.example.com", "shop"];
    private static readonly string[] Copy = ["https://test.example.com/", "db.example.com", "shop_test"];

    private MemoryPauses _pauses = null!;
    private CopyGuard _guard = null!;
    private SendingPauses _sending = null!;

    [SetUp]
    public void SetUp()
    {
        var values = new MemoryValues();
        _pauses = new MemoryPauses(new FakeTimeProvider());
        _guard = new CopyGuard(values, _pauses);
        _sending = new SendingPauses(_pauses, new InstallationKey(values));
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
}
