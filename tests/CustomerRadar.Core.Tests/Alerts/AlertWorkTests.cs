using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Alerts.Internal;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Tests.Invitations;
using CustomerRadar.Core.Tests.Periodic;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CustomerRadar.Core.Tests.Alerts;

internal sealed class AlertWorkTests
{
    private readonly List<Pause> _pauses = [];
    private FakeTimeProvider _time = null!;
    private MemoryAlerts _alerts = null!;
    private MemoryRecords _records = null!;
    private RecordingLogger<AlertWork> _log = null!;
    private List<string> _told = null!;
    private Mock<IAlertNotices> _notices = null!;

    [SetUp]
    public void SetUp()
    {
        _pauses.Clear();
        _time = new FakeTimeProvider(Some.Noon);
        _alerts = new MemoryAlerts(_time);
        _records = new MemoryRecords();
        _log = new RecordingLogger<AlertWork>();
        _told = [];
        _notices = new Mock<IAlertNotices>();
        _notices.Setup(x => x.TellAsync(It.IsAny<AlertRow>(), It.IsAny<CancellationToken>()))
            .Callback((AlertRow row, CancellationToken _) => _told.Add(row.Alert.Scope))
            .Returns(Task.CompletedTask);
    }

    [Test]
    public async Task RunAsync_TroubleThatStands_IsRaisedOnceAndToldOnceADay()
    {
        Refused("main");

        // A day of rounds, and one more.
        for (var minutes = 0; minutes <= 24 * 60; minutes += 5)
        {
            await Work().RunAsync(default);
            if (minutes == 23 * 60)
                Assert.That(_told, Has.Count.EqualTo(1));
            _time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.That((_alerts.Rows.Single().Count, _told.Count, _log.Lines.Count(line => line.Event.Id == 2130)), Is.EqualTo((1, 2, 1)));
    }

    [Test]
    public async Task RunAsync_TroubleThatIsOver_IsResolvedAndRaisedAnewWhenItComesBack()
    {
        Refused("main");
        await Work().RunAsync(default);
        _pauses.Clear();
        await Work().RunAsync(default);
        var open = (await _alerts.OpenAsync(default)).Count;
        Refused("main");

        await Work().RunAsync(default);

        Assert.That((open, _alerts.Rows.Count, _told.Count), Is.EqualTo((0, 2, 2)));
    }

    [Test]
    public async Task RunAsync_MoreRowsThanBefore_TakesTheNewWordsAndTellsNobodyAgain()
    {
        _records.Troubled = new TroubledRows(0, 1);
        await Work().RunAsync(default);
        _records.Troubled = new TroubledRows(0, 4);

        await Work().RunAsync(default);

        Assert.That((_alerts.Rows.Single().Alert.Message[..1], _alerts.Rows.Single().Count, _told.Count), Is.EqualTo(("4", 2, 1)));
    }

    [Test]
    public async Task RunAsync_FailedRows_CountOnlySinceYesterday()
    {
        _records.Troubled = new TroubledRows(2, 0);

        await Work().RunAsync(default);

        Assert.That(_alerts.Rows.Single().Alert.Message, Is.EqualTo("2 invitations have failed since yesterday."));
        Assert.That(_records.FailedSince, Is.EqualTo(Some.Noon.AddHours(-36)), "yesterday began then");
        Assert.That(_records.Calls, Is.Empty, "nothing is counted anew");
    }

    [Test]
    public async Task RunAsync_NoticeFails_IsGivenBackLoggedAndToldNextTimeAndTheOthersAreTold()
    {
        Refused("one");
        Refused("two");
        _notices.SetupSequence(x => x.TellAsync(It.Is<AlertRow>(row => row.Alert.Scope == "connection:one"), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TimeoutException("No mail."))
            .Returns(Task.CompletedTask);

        await Work().RunAsync(default);
        var untold = _alerts.Rows.Single(row => row.NotifiedAt is null).Alert.Scope;
        await Work().RunAsync(default);

        Assert.Multiple(() =>
        {
            Assert.That(untold, Is.EqualTo("connection:one"));
            Assert.That(_told, Is.EqualTo(["connection:two"]));
            Assert.That(_alerts.Rows, Has.All.Property("NotifiedAt").Not.Null);
            Assert.That(_log.Lines.Count(line => line.Event.Id == 2132), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task RunAsync_HostThatTellsNobody_LeavesThemUntold()
    {
        Refused("main");
        await Work(tells: false).RunAsync(default);
        Assert.That(_alerts.Rows.Single().NotifiedAt, Is.Null);
    }

    private void Refused(string connection) => _pauses.Add(new Pause
    {
        Scope = PauseScope.Of(ConnectionKey.Parse(connection)),
        Cause = PauseCause.LogIn,
        ClosedUntil = _time.GetUtcNow(),
        Since = _time.GetUtcNow(),
    });

    private AlertWork Work(bool tells = true)
    {
        var pauses = new Mock<IPauses>();
        pauses.Setup(x => x.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => new PauseReading([.. _pauses], _time.GetUtcNow()));
        return new AlertWork(_alerts, pauses.Object, _records, _time, _log, tells ? _notices.Object : null);
    }
}
