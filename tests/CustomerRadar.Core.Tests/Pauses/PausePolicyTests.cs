using CustomerRadar.Core.Api;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Tests.Pauses;

public sealed class PausePolicyTests
{
    private const string Settings = "5e77195a";

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PauseScope Main = PauseScope.Of(ConnectionKey.Parse("main"));
    private static readonly Guid Mine = Guid.Parse("6f1f5a52-8a5c-4f0e-9d6c-0a4bd3a1c001");
    private static readonly Guid Other = Guid.Parse("6f1f5a52-8a5c-4f0e-9d6c-0a4bd3a1c002");

    [TestCase(1, 0, false, TestName = "One trouble: not closed, but rows go one at a time from now on")]
    [TestCase(2, 0, false, TestName = "Two in a row: the same")]
    [TestCase(3, 2, true, TestName = "Three in a row: closed, first probe after two minutes")]
    public void AfterTrouble_InARow_ClosesAtTheThird(int troubles, int minutes, bool closed)
    {
        Pause? pause = null;
        for (var i = 0; i < troubles; i++)
            pause = PausePolicy.AfterTrouble(pause, Noon, PauseCause.Trouble, Trouble(Guid.NewGuid()));

        Assert.That((pause!.Troubles, pause.ClosedUntil, pause.Since is not null), Is.EqualTo((troubles, Noon.AddMinutes(minutes), closed)));
        Assert.That(PausePolicy.NeedsProbe(pause), Is.True);
    }

    [Test]
    public void AfterTrouble_OfProbes_WaitsTwiceAsLongEachTimeUpToAnHour()
    {
        var pause = Closed();
        var waits = new List<double>();
        var now = Noon;
        for (var i = 0; i < 8; i++)
        {
            waits.Add((pause.ClosedUntil!.Value - now).TotalMinutes);
            now = pause.ClosedUntil.Value;
            pause = PausePolicy.TakeProbe(pause, now, Mine, TimeSpan.FromMinutes(2), Settings)!;
            pause = PausePolicy.AfterTrouble(pause, now, PauseCause.Trouble, Trouble(Mine))!;
        }

        Assert.That(waits, Is.EqualTo(new[] { 2d, 4, 8, 16, 32, 60, 60, 60 }));
        Assert.That((pause.Since, pause.Probes), Is.EqualTo((Noon, 8)), "it knows since when, for the alert");
    }

    [Test]
    public void AfterTrouble_OfACallThatWasUnderWayWhenItClosed_DoesNotMakeTheWaitLonger()
    {
        var closed = Closed();
        var after = PausePolicy.AfterTrouble(closed, Noon.AddSeconds(20), PauseCause.Trouble, Trouble(Other))!;
        Assert.That((after.ClosedUntil, after.Probes, after.Troubles), Is.EqualTo((closed.ClosedUntil, 0, 4)));
    }

    [Test]
    public void AfterTryNow_Closed_LetsTheNextRowProbeAtOnce()
    {
        var closed = Closed();
        var now = Noon.AddSeconds(10);
        var asked = PausePolicy.AfterTryNow(closed, now)!;
        Assert.That(asked, Is.EqualTo(closed with { ClosedUntil = now }), "still a pause, so that one row tries and not all");
        Assert.That(PausePolicy.TakeProbe(asked, now, Mine, TimeSpan.FromMinutes(2), Settings)!.Probe, Is.EqualTo(Mine));
    }

    [Test]
    public void AfterTryNow_ProbeUnderWayOrPausedByAPerson_LeavesItAsItIs()
    {
        var closed = Closed();
        var probing = PausePolicy.TakeProbe(closed, closed.ClosedUntil!.Value, Other, TimeSpan.FromMinutes(2), Settings);
        Assert.That(PausePolicy.AfterTryNow(probing, closed.ClosedUntil.Value.AddSeconds(1)), Is.EqualTo(probing));
        var person = PausePolicy.AfterPerson(null, Noon, PauseScope.All, PauseCause.Operator, "Stock-taking.", null);
        Assert.That(PausePolicy.AfterTryNow(person, Noon.AddDays(1)), Is.EqualTo(person));
        Assert.That(PausePolicy.AfterTryNow(null, Noon), Is.Null);
    }

    [Test]
    public void AfterTrouble_WithRetryAfter_WaitsAsLongAsAsked()
    {
        var first = PausePolicy.AfterTrouble(null, Noon, PauseCause.Trouble, Trouble(Mine) with { RetryAfter = TimeSpan.FromMinutes(7) })!;
        Assert.That(first.ClosedUntil, Is.EqualTo(Noon.AddMinutes(7)));
    }

    [TestCase(120, false, TestName = "Asked to wait for two minutes: counted only, as any trouble")]
    [TestCase(121, true, TestName = "Asked to wait for longer: closed, so that a page shows it and a person may try")]
    public void AfterTrouble_WithRetryAfter_ClosesWhenItIsLong(int seconds, bool closed)
    {
        var first = PausePolicy.AfterTrouble(null, Noon, PauseCause.Trouble, Trouble(Mine) with { RetryAfter = TimeSpan.FromSeconds(seconds) })!;
        Assert.That(first.Since is not null, Is.EqualTo(closed));
    }

    [TestCase(60, TestName = "A second trouble that asks for nothing leaves the wait of a minute as it is")]
    [TestCase(3600, TestName = "A second trouble that asks for nothing leaves the wait of an hour as it is")]
    public void AfterTrouble_AfterOneWithRetryAfter_DoesNotForgetIt(int seconds)
    {
        var first = PausePolicy.AfterTrouble(null, Noon, PauseCause.Trouble, Trouble(Mine) with { RetryAfter = TimeSpan.FromSeconds(seconds) });
        var second = PausePolicy.AfterTrouble(first, Noon.AddSeconds(5), PauseCause.Trouble, Trouble(Other))!;
        Assert.That(second.ClosedUntil, Is.EqualTo(Noon.AddSeconds(seconds)));
    }

    [TestCase(PauseCause.LogIn)]
    [TestCase(PauseCause.Address)]
    public void AfterTrouble_ProbeOfARefusalMeetsAnOutage_TheOutageBeginsNow(PauseCause cause)
    {
        var refused = PausePolicy.AfterRefusal(null, Noon.AddDays(-4), cause, Trouble(Mine))!;
        var probed = PausePolicy.TakeProbe(refused, Noon, Mine, TimeSpan.FromMinutes(2), refused.Settings!)!;
        var outage = PausePolicy.AfterTrouble(probed, Noon, PauseCause.Trouble, Trouble(Mine))!;
        Assert.That((outage.Cause, outage.Since), Is.EqualTo((PauseCause.Trouble, Noon)), "else it would be four days old at once, and give up all that waits for the merchant");
    }

    [TestCase(PauseCause.LogIn, 5, 10, TestName = "Log-in refused: five minutes, doubling; other settings end it")]
    [TestCase(PauseCause.Address, 60, 60, TestName = "Wrong address: an hour each time; other settings end it")]
    [TestCase(PauseCause.Configuration, 60, 60, TestName = "Ids or programme refused: one probe an hour; another rule ends it")]
    public void AfterRefusal_ClosesAtOnce(PauseCause cause, int first, int second)
    {
        var pause = PausePolicy.AfterRefusal(null, Noon, cause, Trouble(Mine))!;
        Assert.That((pause.Cause, pause.ClosedUntil, pause.Since), Is.EqualTo((cause, Noon.AddMinutes(first), Noon)));

        var later = pause.ClosedUntil!.Value;
        var probing = PausePolicy.TakeProbe(pause, later, Mine, TimeSpan.FromMinutes(2), Settings);
        var again = PausePolicy.AfterRefusal(probing, later, cause, Trouble(Mine))!;
        Assert.That((again.ClosedUntil, again.Since), Is.EqualTo((later.AddMinutes(second), Noon)));
        Assert.That(PausePolicy.AfterSettings(again, later, "other settings"), Is.Null);
        Assert.That(PausePolicy.AfterSettings(again, later, Settings), Is.EqualTo(again));
    }

    [Test]
    public void AfterTrouble_TokensRefusedThreeTimesInARow_ClosesForTheLogIn()
    {
        Pause? pause = null;
        for (var i = 0; i < PausePolicy.TroublesThatClose; i++)
        {
            Assert.That(pause?.Since, Is.Null, "the first ones only wait themselves");
            pause = PausePolicy.AfterTrouble(pause, Noon, PauseCause.LogIn, Trouble(Guid.NewGuid()));
        }

        Assert.That((pause!.Cause, pause.ClosedUntil, pause.Since), Is.EqualTo((PauseCause.LogIn, Noon.AddMinutes(5), Noon)));
        Assert.That(PausePolicy.AfterSettings(pause, Noon, "other settings"), Is.Null);
    }

    [TestCase("rule:after-payment/p/l/", -60, null, TestName = "The rule is gone: over")]
    [TestCase("connection:main", -60, "stays", TestName = "The connection is gone, but was tried within the hour, by another node: stays")]
    [TestCase("connection:main", -61, null, TestName = "The connection is gone, and nobody tries: over")]
    public void AfterSettings_NoMoreThere(string scope, int closedUntil, string? after)
    {
        var pause = PausePolicy.AfterRefusal(null, Noon, PauseCause.LogIn, Trouble(Mine))! with { Scope = PauseScope.Stored(scope), ClosedUntil = Noon.AddMinutes(closedUntil) };
        Assert.That(PausePolicy.AfterSettings(pause, Noon, settings: null), Is.EqualTo(after is null ? null : pause));
    }

    [Test]
    public void AfterSettings_OfAPersonsPause_StaysWhateverIsThere()
    {
        var byPerson = PausePolicy.AfterPerson(null, Noon, Main, PauseCause.Operator, "Stock-taking.", null);
        Assert.That(PausePolicy.AfterSettings(byPerson, Noon.AddYears(1), settings: null), Is.EqualTo(byPerson));
    }

    [Test]
    public void AfterRefusal_OfLogInsThatAllFailedTogether_CountsOnce()
    {
        var first = PausePolicy.AfterRefusal(null, Noon, PauseCause.LogIn, Trouble(Mine));
        var second = PausePolicy.AfterRefusal(first, Noon.AddSeconds(1), PauseCause.LogIn, Trouble(Other))!;
        Assert.That((second.ClosedUntil, second.Probes), Is.EqualTo((Noon.AddMinutes(5), 0)));
    }

    [Test]
    public void AfterAnswer_OpensEverythingButAPersonsPause()
    {
        var byPerson = PausePolicy.AfterPerson(null, Noon, Main, PauseCause.Operator, "Stock-taking.", null);
        Assert.That(PausePolicy.AfterAnswer(Closed()), Is.Null);
        Assert.That(PausePolicy.AfterAnswer(byPerson), Is.EqualTo(byPerson));
        Assert.That(PausePolicy.AfterTrouble(byPerson, Noon, PauseCause.Trouble, Trouble(Mine))!.Cause, Is.EqualTo(PauseCause.Operator));
    }

    [Test]
    public void TakeProbe_OneAtATime_UntilItsEnd()
    {
        var due = Closed() with { ClosedUntil = Noon };
        var mine = PausePolicy.TakeProbe(due, Noon, Mine, TimeSpan.FromMinutes(2), Settings)!;
        Assert.That((mine.Probe, mine.ClosedUntil), Is.EqualTo((Mine, Noon.AddMinutes(2))));
        Assert.That(PausePolicy.TakeProbe(mine, Noon.AddMinutes(1), Other, TimeSpan.FromMinutes(2), Settings), Is.EqualTo(mine), "somebody else is probing");
        Assert.That(PausePolicy.TakeProbe(mine, Noon.AddMinutes(2), Other, TimeSpan.FromMinutes(2), Settings)!.Probe, Is.EqualTo(Other), "the prober never came back");
    }

    [Test]
    public void TakeProbe_OpenOrOutdated_LetsThrough()
    {
        var logIn = PausePolicy.AfterRefusal(null, Noon, PauseCause.LogIn, Trouble(Mine));
        Assert.That(PausePolicy.TakeProbe(null, Noon, Mine, TimeSpan.FromMinutes(2), Settings), Is.Null);
        Assert.That(PausePolicy.TakeProbe(logIn, Noon, Mine, TimeSpan.FromMinutes(2), "other settings"), Is.Null);
    }

    [Test]
    public void TakeProbe_OfAPersonsPause_IsNeverGiven()
    {
        var byPerson = PausePolicy.AfterPerson(null, Noon, PauseScope.All, PauseCause.Copy, "This looks like a copy.", null) with { ClosedUntil = Noon };
        Assert.That(PausePolicy.TakeProbe(byPerson, Noon.AddDays(1), Mine, TimeSpan.FromMinutes(2), Settings), Is.EqualTo(byPerson));
    }

    [Test]
    public void GiveBack_OfTheProber_LetsTheNextTryAtOnce()
    {
        var mine = PausePolicy.TakeProbe(Closed() with { ClosedUntil = Noon }, Noon, Mine, TimeSpan.FromMinutes(2), Settings);
        var free = PausePolicy.GiveBack(mine, Noon.AddSeconds(5), Mine)!;
        Assert.That((free.Probe, free.ClosedUntil), Is.EqualTo(((Guid?)null, (DateTimeOffset?)Noon.AddSeconds(5))));
        Assert.That(PausePolicy.GiveBack(mine, Noon, Other), Is.EqualTo(mine));
    }

    [Test]
    public void Holds_WhileClosed_NotWhenAProbeIsDueOrSettingsChanged()
    {
        var closed = PausePolicy.AfterRefusal(null, Noon, PauseCause.LogIn, Trouble(Mine))!;
        Assert.That(PausePolicy.Holds(new PauseReading([closed], Noon.AddMinutes(4)), _ => Settings), Is.EqualTo(closed));
        Assert.That(PausePolicy.Holds(new PauseReading([closed], Noon.AddMinutes(5)), _ => Settings), Is.Null);
        Assert.That(PausePolicy.Holds(new PauseReading([closed], Noon.AddMinutes(4)), _ => "other settings"), Is.Null);
        Assert.That(PausePolicy.Holds(new PauseReading([], Noon), _ => Settings), Is.Null);
    }

    private static Pause Closed()
    {
        Pause? pause = null;
        for (var i = 0; i < PausePolicy.TroublesThatClose; i++)
            pause = PausePolicy.AfterTrouble(pause, Noon, PauseCause.Trouble, Trouble(Guid.NewGuid()));
        return pause!;
    }

    private static PauseTrouble Trouble(Guid lease) => new(Main, lease, "Customer Radar answered with an error (500).", null, null, Settings);
}
