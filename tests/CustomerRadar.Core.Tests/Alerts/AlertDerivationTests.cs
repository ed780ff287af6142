using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Alerts.Internal;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Alerts;

/// <summary>What somebody is told of, as a table: a pause's cause and age, or a number of rows, and the alert.</summary>
internal sealed class AlertDerivationTests
{
    private static readonly PauseScope Main = PauseScope.Of(ConnectionKey.Parse("main"));

    [TestCase(PauseCause.LogIn, 0, AlertKind.LogInRefused)]
    [TestCase(PauseCause.Address, 0, AlertKind.WrongAddress)]
    [TestCase(PauseCause.Configuration, 0, AlertKind.ConfigurationRefused)]
    [TestCase(PauseCause.Copy, 0, AlertKind.Copy)]
    [TestCase(PauseCause.Trouble, 59, null, Description = "A short outage heals by itself.")]
    [TestCase(PauseCause.Trouble, 60, AlertKind.Outage)]
    [TestCase(PauseCause.Operator, 600, null, Description = "Who paused it knows.")]
    public void Of_AClosedScope_IsItsAlert(PauseCause cause, int minutes, AlertKind? kind)
    {
        var pause = new Pause { Scope = Main, Cause = cause, ClosedUntil = Some.Noon.AddMinutes(-1), Since = Some.Noon.AddMinutes(-minutes) };
        Assert.That(Kinds(Of([pause])), Is.EqualTo(kind is { } one ? [(one, "connection:main")] : Array.Empty<(AlertKind, string)>()));
    }

    [Test]
    public void Of_ALongOutage_IsToldWhetherOrNotAProbeIsOut()
    {
        var pause = new Pause { Scope = Main, Cause = PauseCause.Trouble, ClosedUntil = Some.Noon.AddMinutes(5), Since = Some.Noon.AddHours(-2), Probe = Guid.NewGuid() };
        Assert.That(Kinds(Of([pause])), Is.EqualTo([(AlertKind.Outage, "connection:main")]));
    }

    [Test]
    public void Of_ACountedButOpenScope_IsNothing() =>
        Assert.That(Of([new Pause { Scope = Main, Cause = PauseCause.LogIn, ClosedUntil = Some.Noon, Troubles = 2 }]), Is.Empty);

    [TestCase(-9, 1)]
    [TestCase(-10, 0, Description = "Where rows wait, a sweep would have tried by now.")]
    public void Of_AnOutageThatNobodyHasTriedToEnd_IsNothing(int closedUntil, int alerts) =>
        Assert.That(
            Of([new Pause { Scope = Main, Cause = PauseCause.Trouble, ClosedUntil = Some.Noon.AddMinutes(closedUntil), Since = Some.Noon.AddDays(-3) }]),
            Has.Count.EqualTo(alerts));

    [TestCase(0, 0)]
    [TestCase(1, 0, "One invitation has failed since yesterday.")]
    [TestCase(12, 0, "12 invitations have failed since yesterday.")]
    [TestCase(1000, 0, "1000 or more invitations have failed since yesterday.")]
    [TestCase(0, 1, "One invitation is held as Unconfirmed: its answer was lost, so nobody knows whether Customer Radar took it.")]
    [TestCase(2, 3, "2 invitations have failed since yesterday.", "3 invitations are held as Unconfirmed: their answers were lost, so nobody knows whether Customer Radar took them.")]
    public void Of_Rows_SaysHowMany(int failed, int unconfirmed, params string[] messages) =>
        Assert.That(Of([], failed, unconfirmed).Select(alert => alert.Message), Is.EqualTo(messages));

    [Test]
    public void Of_APauseWithItsOwnWords_RepeatsThem()
    {
        var pause = new Pause
        {
            Scope = Main,
            Cause = PauseCause.LogIn,
            ClosedUntil = Some.Noon,
            Since = Some.Noon,
            Reason = "The answer was 401.",
            Advice = "Ask Customer Radar for a new password.",
        };
        Assert.That(
            Of([pause]).Single(),
            Is.EqualTo(new Alert(
                AlertKind.LogInRefused,
                "connection:main",
                "Customer Radar refuses the log-in (connection main). The answer was 401.",
                "Ask Customer Radar for a new password.")));
    }

    [Test]
    public void Of_EveryCause_HasAdvice()
    {
        var pauses = Enum.GetValues<PauseCause>()
            .Select(cause => new Pause { Scope = Main, Cause = cause, ClosedUntil = Some.Noon, Since = Some.Noon.AddDays(-1) })
            .ToList();
        Assert.That(Of(pauses, 1, 1), Has.Count.EqualTo(7).And.All.Property("Advice").Not.Empty);
    }

    private static IReadOnlyList<Alert> Of(IReadOnlyList<Pause> pauses, int failed = 0, int unconfirmed = 0) =>
        AlertDerivation.Of(new AlertFacts(new PauseReading(pauses, Some.Noon), new TroubledRows(failed, unconfirmed)));

    private static IEnumerable<(AlertKind Kind, string Scope)> Kinds(IEnumerable<Alert> alerts) => alerts.Select(alert => (alert.Kind, alert.Scope));
}
