using System.Net;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Pauses.Internal;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class InvitationSenderTests
{
    private const string Taken = """{"code":"00000","description":"success","data":"846673197418938368"}""";

    private readonly FakeTimeProvider _time = new(Some.Noon);
    private Mock<IOutbox> _outbox = null!;
    private Mock<ISubjectReader> _subjects = null!;
    private Mock<IInvitationScheduler> _scheduler = null!;
    private Mock<IRuleBooks> _books = null!;
    private Mock<ISuppressions> _suppressions = null!;
    private Mock<IReservations> _reservations = null!;
    private MemoryPauses _pauses = null!;
    private RecordingLogger<InvitationSender> _log = null!;
    private FakeApi _api = null!;
    private List<string> _steps = null!;
    private InvitationChange? _change;
    private ServiceProvider _services = null!;

    [SetUp]
    public void SetUp()
    {
        _steps = [];
        _change = null;
        _api = new FakeApi { BeforeInvitation = () => _steps.Add("request") };
        _scheduler = new Mock<IInvitationScheduler>();
        _books = new Mock<IRuleBooks>(MockBehavior.Strict);
        _books.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Some.Book(Some.Rule));
        _subjects = new Mock<ISubjectReader>(MockBehavior.Strict);
        _subjects.Setup(x => x.ReadAsync(It.Is<SubjectRequest>(request => request.Store == Some.Store && request.Subject == Some.Interaction.Subject), It.IsAny<CancellationToken>()))
            .Callback(() => _steps.Add("subject"))
            .ReturnsAsync(Some.Subject);
        _outbox = new Mock<IOutbox>(MockBehavior.Strict);
        _outbox.Setup(x => x.LeaseAsync(Some.Leased.Lease.Invitation, It.IsAny<TimeSpan>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(Some.Leased);
        Mark(RequestStart.Marked);
        _outbox.Setup(x => x.MarkNotTakenAsync(Some.Leased.Lease, It.IsAny<CancellationToken>())).Callback(() => _steps.Add("not taken")).Returns(Task.CompletedTask);
        _outbox.Setup(x => x.CompleteAsync(Some.Leased.Lease, It.IsAny<InvitationChange>(), It.IsAny<CancellationToken>()))
            .Callback((Lease _, InvitationChange change, CancellationToken _) => _change = change)
            .ReturnsAsync(true);

        _suppressions = new Mock<ISuppressions>();
        _reservations = new Mock<IReservations>(MockBehavior.Strict);
        _reservations.Setup(x => x.TakeAsync(Some.Leased.Lease, It.IsAny<IReadOnlyList<ReservationRequest>>(), It.IsAny<CancellationToken>()))
            .Callback(() => _steps.Add("reserve"))
            .ReturnsAsync(new ReservationResult.Taken());

        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILogger<InvitationSender>>(_log = new RecordingLogger<InvitationSender>())
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<CustomerRadarClient>(provider, _api))
            .AddSingleton(_outbox.Object)
            .AddSingleton(_subjects.Object)
            .AddSingleton(_scheduler.Object)
            .AddSingleton(_books.Object)
            .AddSingleton(Mock.Of<IPhoneNumbers>())
            .AddSingleton<IPauses>(_pauses = new MemoryPauses(_time))
            .AddSingleton<IKeptValues>(new MemoryValues())
            .AddSingleton(_suppressions.Object)
            .AddSingleton(_reservations.Object)
            .AddCustomerRadarCore()
            .BuildServiceProvider();
    }

    [TearDown]
    public void TearDown()
    {
        _services.Dispose();
        _api.Dispose();
    }

    [Test]
    public async Task SendAsync_Accepted_RecordsTheReference()
    {
        _api.Then(HttpStatusCode.OK, Taken);
        await SendAsync();

        Assert.That((_change!.State, _change.Reference), Is.EqualTo((InvitationState.Accepted, "846673197418938368")));
        Assert.That(_api.Bodies.Single(), Is.EqualTo(
            """{"clientDisplayId":"8291a9ed952342c5b5fe2915f2189e7c","programmeDisplayId":"1cf118a0326d47aa851a90b9674e90aa","sendData":[{"email":"abc@example.com","firstName":"Dave","lastName":"Brown","locationDisplayId":"1cf118a0326d47aa851a90b9674e90aa"}]}"""));
    }

    [Test]
    public async Task SendAsync_MarksTheRequestLast_RightBeforeTheBytesLeave()
    {
        _api.Then(HttpStatusCode.OK, Taken);
        await SendAsync();
        Assert.That(_steps, Is.EqualTo(new[] { "subject", "reserve", "mark", "request" }));
    }

    [Test]
    public async Task SendAsync_NotDueOrTakenByAnother_DoesNothing()
    {
        _outbox.Setup(x => x.LeaseAsync(It.IsAny<InvitationId>(), It.IsAny<TimeSpan>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((LeasedInvitation?)null);
        await SendAsync();
        Assert.That(_steps, Is.Empty);
    }

    [TestCase(RequestStart.LeaseLost, null)]
    [TestCase(RequestStart.LeaseTooShort, InvitationState.Pending)]
    [TestCase(RequestStart.CancelRequested, InvitationState.Cancelled)]
    [TestCase(RequestStart.Paused, InvitationState.Pending)]
    public async Task SendAsync_NotMarked_SendsNothing(RequestStart start, InvitationState? state)
    {
        Mark(start);
        await SendAsync();

        Assert.That(_api.Bodies, Is.Empty);
        Assert.That(_change?.State, Is.EqualTo(state));
    }

    [Test]
    public async Task SendAsync_SubjectCancelled_SendsNothing()
    {
        _subjects.Setup(x => x.ReadAsync(It.IsAny<SubjectRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Some.Subject with { Status = SubjectStatus.Cancelled, StatusReason = "The order was cancelled." });
        await SendAsync();

        Assert.That((_change!.State, _change.Reason), Is.EqualTo((InvitationState.Cancelled, "The order was cancelled.")));
        Assert.That(_api.LogIns, Is.Zero);
    }

    [Test]
    public async Task SendAsync_NoContact_SkipsWithTheReason()
    {
        _subjects.Setup(x => x.ReadAsync(It.IsAny<SubjectRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SubjectSnapshot());
        await SendAsync();
        Assert.That((_change!.State, _change.Reason), Is.EqualTo((InvitationState.Skipped, "There is no e-mail address. There is no mobile number.")));
    }

    [Test]
    public async Task SendAsync_TokenNotTaken_LogsInOnceMoreAndSendsAgain()
    {
        _api.Then(HttpStatusCode.Unauthorized).Then(HttpStatusCode.OK, Taken);
        await SendAsync();

        Assert.That((_change!.State, _api.LogIns), Is.EqualTo((InvitationState.Accepted, 2)));
        Assert.That(_steps.SkipWhile(step => step != "mark"), Is.EqualTo(new[] { "mark", "request", "not taken", "mark", "request" }));
    }

    [TestCase(HttpStatusCode.Unauthorized, InvitationState.Pending)]
    [TestCase(HttpStatusCode.Forbidden, InvitationState.Failed)]
    public async Task SendAsync_NotAllowedEvenAfterAFreshLogIn_Ends(HttpStatusCode status, InvitationState state)
    {
        _api.Then(status).Then(status);
        await SendAsync();
        Assert.That((_change!.State, _api.LogIns), Is.EqualTo((state, 2)));
    }

    [Test]
    public async Task SendAsync_LogInRefused_WaitsWithoutStarting()
    {
        _api.LogInAnswer = () => FakeApi.Json(HttpStatusCode.OK, """{"code":2,"userMessage":"Wrong password","developerMessage":"Wrong password"}""");
        await SendAsync();

        Assert.That(_steps, Has.None.EqualTo("mark"));
        Assert.That((_change!.State, _change.HeldBy, _change.InTrouble), Is.EqualTo((InvitationState.Pending, Main, false)));
        Assert.That(_change.Reason, Does.Contain("Wrong password"));
        Assert.That(_pauses.Known[Main].ClosedUntil, Is.EqualTo(_time.GetUtcNow().AddMinutes(5)));
        _scheduler.Verify(x => x.Schedule(It.IsAny<InvitationId>(), It.IsAny<DateTimeOffset>()), Times.Never, "the sweep finds it when the pause is over");
    }

    [Test]
    public async Task SendAsync_ConnectionPaused_IsHeldWithTheReasonOfThePause()
    {
        _pauses.Known[Main] = PausePolicy.AfterPerson(null, Some.Noon, Main, PauseCause.Operator, "Stock-taking.", "Resume sending.");
        await SendAsync();

        Assert.That((_change!.State, _change.HeldBy, _change.Reason, _change.DeferUntil), Is.EqualTo((InvitationState.Pending, Main, "Stock-taking.", Some.Leased.FirstDueAt)));
        Assert.That(_change.StartsOver, Is.True, "what it reserved before is free meanwhile");
        Assert.That(_steps, Is.EqualTo(new[] { "subject" }), "no reservation is taken for a row that cannot go");
    }

    [Test]
    public async Task SendAsync_EverythingPaused_IsHeld([Values("all", "copy")] string scope)
    {
        var everything = PauseScope.Stored(scope);
        _pauses.Known[everything] = PausePolicy.AfterPerson(null, Some.Noon, everything, PauseCause.Operator, "Stock-taking.", null);
        await SendAsync();
        Assert.That((_change!.State, _change.HeldBy, _api.LogIns), Is.EqualTo((InvitationState.Pending, everything, 0)));
    }

    [Test]
    public async Task SendAsyncAndSweepAsync_Elsewhere_TakeNothing()
    {
        _outbox.Setup(x => x.ResolveExpiredAsync(It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ExpiredLeases(0, 0));
        var guard = _services.GetRequiredService<CopyGuard>();
        await guard.CheckAsync(["shop"], default);
        await guard.CheckAsync(["copy"], default);

        await SendAsync();
        Assert.That((await _services.GetRequiredService<InvitationDispatcher>().SweepAsync(default)).Sent, Is.Zero);

        _outbox.Verify(x => x.LeaseAsync(It.IsAny<InvitationId>(), It.IsAny<TimeSpan>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
        _outbox.Verify(x => x.LeaseDueAsync(It.IsAny<int>(), It.IsAny<TimeSpan>(), It.IsAny<TimeSpan>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Test]
    public async Task SendAsync_DryRun_DoesEverythingButTheCall()
    {
        _books.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new RuleBook([Some.Rule], new Dictionary<StoreKey, Connection> { [Some.Store] = Some.Connection with { DryRun = true } }));
        await SendAsync();
        Assert.That((_change!.State, _api.LogIns), Is.EqualTo((InvitationState.Skipped, 0)));
        Assert.That(_change.Reason, Does.StartWith("Dry run"));
    }

    [Test]
    public async Task SendAsync_ProbeThatIsAccepted_OpensTheConnection()
    {
        await CloseAsync();
        _api.Then(HttpStatusCode.OK, Taken);
        await SendAsync();
        Assert.That((_change!.State, _pauses.Known.Count, _api.LogIns), Is.EqualTo((InvitationState.Accepted, 0, 1)));
    }

    [Test]
    public async Task SendAsync_ProbeWhoseLogInFails_RisksNoInvitation()
    {
        await CloseAsync();
        _api.LogInAnswer = () => FakeApi.Json(HttpStatusCode.BadGateway, "");
        await SendAsync();
        Assert.That((_change!.State, _steps.Contains("mark")), Is.EqualTo((InvitationState.Pending, false)));
        Assert.That((_pauses.Known[Main].Probes, _pauses.Known[Main].Probe), Is.EqualTo((1, (Guid?)null)));
    }

    [Test]
    public async Task SendAsync_ProbeWhoseLeaseIsLost_GivesTheProbeBack()
    {
        await CloseAsync();
        Mark(RequestStart.LeaseLost);
        await SendAsync();
        Assert.That((_pauses.Known[Main].Probe, _pauses.Known[Main].ClosedUntil), Is.EqualTo(((Guid?)null, (DateTimeOffset?)_time.GetUtcNow())));
    }

    [Test]
    public async Task SendAsync_AnotherRowHoldsTheReservation_WaitsForIt()
    {
        _reservations.Setup(x => x.TakeAsync(It.IsAny<Lease>(), It.IsAny<IReadOnlyList<ReservationRequest>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ReservationResult.Held("subject:1/order:123", new InvitationId(5), Some.Rule.Key, InvitationState.Sending, Some.Noon));
        await SendAsync();
        Assert.That((_change!.State, _change.BlockedBy, _api.LogIns), Is.EqualTo((InvitationState.Pending, new InvitationId(5), 0)));
    }

    [Test]
    public async Task SendAsync_LeaseLostBeforeTheReservation_WritesAndSendsNothing()
    {
        _reservations.Setup(x => x.TakeAsync(It.IsAny<Lease>(), It.IsAny<IReadOnlyList<ReservationRequest>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ReservationResult.LeaseLost());
        await SendAsync();
        Assert.That((_change, _api.LogIns), Is.EqualTo(((InvitationChange?)null, 0)));
    }

    [TestCase(SuppressionKind.OptOut, InvitationState.Skipped)]
    [TestCase(SuppressionKind.Erasure, InvitationState.Cancelled)]
    public async Task SendAsync_SuppressedContact_IsNotInvited(SuppressionKind kind, InvitationState state)
    {
        _suppressions.Setup(x => x.FindAsync(It.Is<IReadOnlyCollection<ContactHash>>(hashes => hashes.Count == 1), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Suppression(kind, Some.Noon));
        await SendAsync();
        Assert.That((_change!.State, _api.LogIns), Is.EqualTo((state, 0)));
    }

    [Test]
    public async Task SendAsync_ConnectionBreaksAfterTheBody_IsUnconfirmed()
    {
        _api.Then(new HttpRequestException("reset"));
        await SendAsync();
        Assert.That(_change!.State, Is.EqualTo(InvitationState.Unconfirmed));
    }

    [Test]
    public async Task SendAsync_DefectBeforeTheRequest_WaitsAndTriesAgain()
    {
        _subjects.Setup(x => x.ReadAsync(It.IsAny<SubjectRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidDataException("the customer's secret"));
        await SendAsync();

        Assert.That((_change!.State, _change.InTrouble, _change.RetryIn), Is.EqualTo((InvitationState.Pending, true, RetrySchedule.First)));
        Assert.That(_change.Reason, Does.Contain("the log has it under invitation 7").And.Not.Contain("secret"));
        Assert.That(_log.Lines.Single().Text, Does.Contain("Invitation 7 "));
    }

    [Test]
    public async Task SendAsync_DefectDuringTheRequest_IsUnconfirmed()
    {
        _api.Then(new InvalidOperationException("a bug"));
        await SendAsync();
        Assert.That(_change!.State, Is.EqualTo(InvitationState.Unconfirmed));
    }

    [Test]
    public void SendAsync_StoppedBeforeTheBodyLeaves_GivesTheRowBack()
    {
        using var stop = new CancellationTokenSource();
        _api.BeforeInvitation = stop.Cancel;

        Assert.CatchAsync<OperationCanceledException>(() => SendAsync(stop.Token));
        Assert.That((_change!.State, _change.DeferUntil), Is.EqualTo((InvitationState.Pending, Some.Leased.QueuedAt)), "it keeps its place");
        Assert.That(_api.Bodies, Is.Empty);
    }

    [Test]
    public void SendAsync_StoppedBeforeTheRequest_GivesTheRowBack()
    {
        using var stop = new CancellationTokenSource();
        _subjects.Setup(x => x.ReadAsync(It.IsAny<SubjectRequest>(), It.IsAny<CancellationToken>()))
            .Callback(stop.Cancel)
            .ThrowsAsync(new OperationCanceledException(stop.Token));

        Assert.ThrowsAsync<OperationCanceledException>(() => SendAsync(stop.Token));
        Assert.That((_change!.State, _change.DeferUntil), Is.EqualTo((InvitationState.Pending, Some.Leased.QueuedAt)), "it keeps its place");
    }

    [Test]
    public async Task SendAsync_DatabaseAwayWhenTheOutcomeIsKnown_TriesTheWriteAgain()
    {
        _api.Then(HttpStatusCode.OK, Taken);
        var tries = 0;
        _outbox.Setup(x => x.CompleteAsync(Some.Leased.Lease, It.IsAny<InvitationChange>(), CancellationToken.None))
            .ReturnsAsync(() => ++tries < 3 ? throw new TimeoutException() : true);

        var sending = SendAsync();
        while (!sending.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await sending;
        Assert.That((tries, _api.Bodies.Count), Is.EqualTo((3, 1)));
    }

    private static readonly PauseScope Main = PauseScope.Of(Some.Connection.Key);

    private async Task CloseAsync()
    {
        var settings = SettingsMark.Of(Some.Connection, await _services.GetRequiredService<InstallationKey>().ReadAsync(default));
        _time.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < PausePolicy.TroublesThatClose; i++)
        {
            await _pauses.ChangeAsync(
                Main, (current, _) => PausePolicy.AfterTrouble(current, Some.Noon, PauseCause.Trouble, new PauseTrouble(Main, Guid.NewGuid(), "500", null, null, settings)), default);
        }
    }

    private void Mark(RequestStart start) =>
        _outbox.Setup(x => x.MarkRequestStartedAsync(Some.Leased.Lease, It.IsAny<TimeSpan>(), It.IsAny<IReadOnlyCollection<PauseScope>>(), It.IsAny<CancellationToken>()))
            .Callback(() => _steps.Add("mark"))
            .ReturnsAsync(start);

    private async Task SendAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InvitationSender>().SendAsync(Some.Leased.Lease.Invitation, cancellationToken);
    }
}
