using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Tests.Api;
using CustomerRadar.Core.Tests.Invitations;
using CustomerRadar.Sandbox;
using CustomerRadar.Sandbox.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Auth;

/// <summary>Client and token cache as Core registers them, against a whole API over real sockets.</summary>
[CancelAfter(60_000)]
public sealed class SandboxTests
{
    private SandboxApp _sandbox = null!;
    private ServiceProvider _services = null!;
    private Connection _connection = null!;
    private FakeTimeProvider _time = null!;

    private TokenCache Tokens => _services.GetRequiredService<TokenCache>();

    private CustomerRadarClient Client => _services.GetRequiredService<CustomerRadarClient>();

    [SetUp]
    public async Task SetUpAsync()
    {
        _sandbox = await SandboxApp.StartAsync();
        _connection = ClientUnderTest.To(_sandbox.Address);
        _time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddCustomerRadarCore().BuildServiceProvider();
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Invite_WithMetadata_IsTaken(CancellationToken cancellationToken)
    {
        var result = await InviteAsync(await TokenAsync(), cancellationToken);

        var taken = _sandbox.Invitations.Single();
        Assert.That(CallOutcome.Of(result).Verdict, Is.EqualTo(CallVerdict.Accepted));
        Assert.That(CallOutcome.Of(result).Reference, Is.EqualTo(taken.Reference));
        Assert.That(taken.Entry.GetProperty("metadata")[0].GetProperty("value").GetString(), Is.EqualTo("INV00001"));
    }

    [Test]
    public async Task Invite_IdsThatDoNotBelongTogether_IsAKnownRefusal(CancellationToken cancellationToken)
    {
        var elsewhere = InvitationPayload.From(Request(LocationDisplayId.Parse("elsewhere")));
        var outcome = CallOutcome.Of(await Client.InviteAsync(_connection, await TokenAsync(), elsewhere, cancellationToken));

        Assert.That(outcome.Verdict, Is.EqualTo(CallVerdict.ConfigurationRefused));
        Assert.That(outcome.Advice, Does.Contain("do not belong together"));
    }

    [Test]
    public async Task Invite_TokensExpiredUnder64Workers_LogsInOnce(CancellationToken cancellationToken)
    {
        var old = await TokenAsync();
        _sandbox.SetFault(Fault.ExpireTokens);
        _sandbox.ClearRequests();

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => InviteRenewingAsync(cancellationToken))));

        Assert.That(verdicts, Is.All.EqualTo(CallVerdict.Accepted));
        Assert.That(_sandbox.Requests.LogIns, Is.EqualTo(1));
        Assert.That(_sandbox.Requests.Invitations, Is.EqualTo(64));
        Assert.That(CallOutcome.Of(await InviteAsync(old, cancellationToken)).Verdict, Is.EqualTo(CallVerdict.Unauthorised));
    }

    [Test]
    public async Task Invite_SixtyFourWorkersAtTheStart_LogInOnce(CancellationToken cancellationToken)
    {
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => InviteRenewingAsync(cancellationToken))));

        Assert.That(verdicts, Is.All.EqualTo(CallVerdict.Accepted));
        Assert.That(_sandbox.Requests.LogIns, Is.EqualTo(1));
    }

    [Test]
    public async Task Invite_ASessionElsewhereEndsOurs_RenewsAndGoesOn(CancellationToken cancellationToken)
    {
        _sandbox.SetFault(Fault.SingleSession);
        await TokenAsync();
        await _services.GetRequiredService<LogInCheck>().TryAsync(_connection, cancellationToken);

        Assert.That(await InviteRenewingAsync(cancellationToken), Is.EqualTo(CallVerdict.Accepted));
        Assert.That(_sandbox.Requests.LogIns, Is.EqualTo(3));
    }

    [TestCase(200)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(404)]
    public async Task Get_LogInRefusedWithAnyStatus_IsRefusedThenTriedAgain(int status, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { RefusedLogInStatus = status }, cancellationToken);
        sandbox.SetFault(Fault.RefuseLogin(count: 1));
        var connection = ClientUnderTest.To(sandbox.Address);

        Assert.That(await Tokens.GetAsync(connection, cancellationToken), Is.EqualTo(new TokenResult.Refused(status, "Wrong password")));
        Assert.That(await Tokens.GetAsync(connection, cancellationToken), Is.InstanceOf<TokenResult.Granted>());
    }

    [Test]
    public async Task Get_PasswordCorrected_ForgetsTheRefusal(CancellationToken cancellationToken)
    {
        var wrong = _connection with { Password = new Secret("wrong") };

        Assert.That(await Tokens.GetAsync(wrong, cancellationToken), Is.InstanceOf<TokenResult.Refused>());
        Assert.That(await Tokens.GetAsync(_connection, cancellationToken), Is.InstanceOf<TokenResult.Granted>());
        Assert.That(await Tokens.GetAsync(wrong, cancellationToken), Is.InstanceOf<TokenResult.Refused>(), "a wrong password must not use a right one's token");
    }

    [Test]
    public async Task Get_WrongAddress_SaysSo(CancellationToken cancellationToken)
    {
        var below = _connection with { BaseAddress = BaseAddress.Parse($"{_sandbox.Address}no/such/path") };
        var result = await Tokens.GetAsync(below, cancellationToken);

        Assert.That(result, Is.InstanceOf<TokenResult.Unavailable>());
        Assert.That(((TokenResult.Unavailable)result).Outcome.Verdict, Is.EqualTo(CallVerdict.WrongAddress));
    }

    [Test]
    public async Task Invite_DropAfterAccept_IsLostAndTakenOnce(CancellationToken cancellationToken)
    {
        _sandbox.SetFault(Fault.DropAfterAccept(count: 1));

        Assert.That(await InviteAsync(await TokenAsync(), cancellationToken), Is.InstanceOf<CallResult.Lost>());
        Assert.That(_sandbox.Invitations, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Invite_AnswerLaterThanTheTotalTimeout_IsLost(CancellationToken cancellationToken)
    {
        var token = await TokenAsync();
        _sandbox.SetFault(Fault.Delay(TimeSpan.FromMinutes(10), count: 1));
        var call = InviteAsync(token, cancellationToken);
        await _sandbox.WaitForInvitationsAsync(1, cancellationToken);
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await call, Is.EqualTo(new CallResult.Lost("There was no answer within 30 seconds.")));
    }

    [Test]
    public async Task Invite_Garbage_IsUnknown(CancellationToken cancellationToken)
    {
        _sandbox.SetFault(Fault.Garbage(count: 1));
        var result = await InviteAsync(await TokenAsync(), cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.Answered(200)));
        Assert.That(CallOutcome.Of(result).Verdict, Is.EqualTo(CallVerdict.Unknown));
    }

    [Test]
    public async Task Invite_Status503_WaitsAsAsked(CancellationToken cancellationToken)
    {
        _sandbox.SetFault(Fault.Status(503, retryAfter: 2, count: 1));
        var outcome = CallOutcome.Of(await InviteAsync(await TokenAsync(), cancellationToken));

        Assert.That((outcome.Verdict, outcome.RetryAfter), Is.EqualTo((CallVerdict.NotSent, (TimeSpan?)TimeSpan.FromSeconds(2))));
        Assert.That(_sandbox.Invitations, Is.Empty);
    }

    private static InvitationRequest Request(LocationDisplayId location) => new(
        Some.Connection.ClientDisplayId,
        Some.Rule.Programme,
        [new InvitationEntry { Email = "abc@example.com", Location = location, Metadata = [new MetadataValue("invoice_no", "INV00001")] }]);

    private async Task<AccessToken> TokenAsync() => ((TokenResult.Granted)await Tokens.GetAsync(_connection, default)).Token;

    private Task<CallResult> InviteAsync(AccessToken token, CancellationToken cancellationToken) =>
        Client.InviteAsync(_connection, token, InvitationPayload.From(Request(Some.Rule.DefaultLocation!.Location)), cancellationToken);

    /// <summary>As the sender does it: a token that is not taken is renewed once.</summary>
    private async Task<CallVerdict> InviteRenewingAsync(CancellationToken cancellationToken)
    {
        var token = await TokenAsync();
        var verdict = CallOutcome.Of(await InviteAsync(token, cancellationToken)).Verdict;
        if (verdict != CallVerdict.Unauthorised)
            return verdict;
        token = ((TokenResult.Granted)await Tokens.RenewAsync(_connection, token, cancellationToken)).Token;
        return CallOutcome.Of(await InviteAsync(token, cancellationToken)).Verdict;
    }
}
