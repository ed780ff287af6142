using System.Net;
using System.Text.Json.Nodes;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Sandbox.Tests.Faults;

public sealed class FaultTests : SandboxFixture
{
    protected override SandboxOptions Options { get; } = new() { TimeProvider = new ObservedTime() };

    private ObservedTime Time => (ObservedTime)Options.TimeProvider;

    [Test]
    public async Task Status_WithCount_MeetsExactlySoManyRequestsAndRecordsNone()
    {
        await OrderAsync("""{"kind":"status","status":503,"retryAfter":2,"count":2}""");
        using var first = await Wire.InviteAsync();
        using var second = await Wire.InviteAsync();
        var recordedByThen = Sandbox.Invitations.Count;
        using var third = await Wire.InviteAsync();

        Assert.That(new[] { first, second, third }.Select(response => (int)response.StatusCode), Is.EqualTo(new[] { 503, 503, 200 }));
        Assert.That(first.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(recordedByThen, Is.Zero);
        Assert.That(Sandbox.Requests, Has.Property("Failed").EqualTo(2).And.Property("Invitations").EqualTo(1));
    }

    [Test]
    public async Task Status_WithoutRetryAfter_SendsNoSuchHeader()
    {
        Sandbox.SetFault(Fault.Status(500, count: 1));
        using var response = await Wire.InviteAsync();

        Assert.That(response.Headers.RetryAfter, Is.Null);
    }

    [Test]
    public async Task Status_MetBeforeTheTokenIsLookedAt_IsNotARefusal()
    {
        Sandbox.SetFault(Fault.Status(502, count: 1));
        using var response = await Wire.InviteAsync("no token", Example.Request());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(Sandbox.Requests, Has.Property("Failed").EqualTo(1).And.Property("Refused").Zero);
    }

    [TestCase(304)]
    [TestCase(307)]
    public async Task Status_Redirect_NamesAPlaceToGo(int status)
    {
        Sandbox.SetFault(Fault.Status(status, count: 1));
        using var response = await Wire.InviteAsync();

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/sandbox/moved"));
    }

    [Test]
    public async Task Status_WithoutCount_LastsUntilNone()
    {
        Sandbox.SetFault(Fault.Status(500));
        var during = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await Wire.InviteAsync();
            during.Add(response.StatusCode);
        }

        await OrderAsync("""{"kind":"none"}""");
        using var after = await Wire.InviteAsync();

        Assert.That(during, Is.All.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Status_LogIn_IsNotTouched()
    {
        Sandbox.SetFault(Fault.Status(503));
        using var response = await Wire.LogInAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Delay_ClientThatWaits_IsRecordedAtOnceAndAnsweredLate()
    {
        await OrderAsync("""{"kind":"delay","seconds":30,"count":1}""");
        var answer = Wire.InviteAsync();
        await Sandbox.WaitForInvitationsAsync(1, Soon());
        await Time.TimerSet.WaitAsync(Soon());
        Time.Advance(TimeSpan.FromSeconds(29));
        var early = answer.IsCompleted;
        Time.Advance(TimeSpan.FromSeconds(1));
        using var response = await answer;

        Assert.That(early, Is.False);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Sandbox.Requests, Has.Property("Failed").Zero.And.Property("Invitations").EqualTo(1));
    }

    [Test]
    public async Task Delay_ClientThatLeaves_IsAcceptedAndCountsAsBroken()
    {
        await OrderAsync("""{"kind":"delay","seconds":30,"count":1}""");
        using var leave = new CancellationTokenSource();
        var answer = Wire.InviteAsync(await Wire.TokenAsync(), Example.Request(), leave.Token);
        await Sandbox.WaitForInvitationsAsync(1, Soon());
        await leave.CancelAsync();

        Assert.That(async () => await answer, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => Sandbox.Requests.Failed, Is.EqualTo(1).After(10_000, pollingInterval: 20));
        Assert.That(Sandbox.Invitations, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Delay_SandboxThatStops_CutsTheRequestAtOnce()
    {
        var sandbox = await SandboxApp.StartAsync();
        using var wire = new WireClient(sandbox.Address);
        sandbox.SetFault(Fault.Delay(TimeSpan.FromHours(1)));
        var answer = wire.InviteAsync();
        await sandbox.WaitForInvitationsAsync(1, Soon());
        await sandbox.DisposeAsync();

        Assert.That(async () => await answer, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task DropAfterAccept_Once_RecordsAndCutsTheConnection()
    {
        await OrderAsync("""{"kind":"drop-after-accept","count":1}""");
        var token = await Wire.TokenAsync();

        Assert.That(async () => await Wire.InviteAsync(token, Example.Request()), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Sandbox.Invitations, Has.Count.EqualTo(1));
        Assert.That(Sandbox.Requests, Has.Property("Failed").EqualTo(1).And.Property("Invitations").EqualTo(1));
        using var next = await Wire.InviteAsync(token, Example.Request());
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task DropAfterAccept_RefusedRequest_IsAnsweredAndLeavesTheCount()
    {
        Sandbox.SetFault(Fault.DropAfterAccept(count: 1));
        using var response = await Wire.InviteAsync(new JsonObject());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Sandbox.Faults, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Garbage_Once_RecordsAndAnswers200WithABodyThatIsNotJson()
    {
        await OrderAsync("""{"kind":"garbage","count":1}""");
        using var response = await Wire.InviteAsync();
        var body = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(() => JsonNode.Parse(body), Throws.InstanceOf<System.Text.Json.JsonException>());
        Assert.That(Sandbox.Invitations, Has.Count.EqualTo(1));
        Assert.That(Sandbox.Requests, Has.Property("Failed").EqualTo(1).And.Property("Invitations").EqualTo(1));
    }

    [Test]
    public async Task ExpireTokens_TokensGivenSoFar_AreInvalidAndNewOnesAreNot()
    {
        var before = new[] { await Wire.TokenAsync(), await Wire.TokenAsync() };
        await OrderAsync("""{"kind":"expire-tokens"}""");
        using var old1 = await Wire.InviteAsync(before[0], Example.Request());
        using var old2 = await Wire.InviteAsync(before[1], Example.Request());
        using var fresh = await Wire.InviteAsync();

        Assert.That(new[] { old1, old2, fresh }.Select(response => (int)response.StatusCode), Is.EqualTo(new[] { 401, 401, 200 }));
        Assert.That(Sandbox.Faults, Is.Empty);
        Assert.That(Sandbox.Requests.Refused, Is.EqualTo(2));
    }

    [Test]
    public async Task RefuseLogIn_WithCount_RefusesSoManyRightLogIns()
    {
        await OrderAsync("""{"kind":"refuse-login","count":2}""");
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await Wire.LogInAsync();
            statuses.Add((int)response.StatusCode);
        }

        Assert.That(statuses, Is.EqualTo(new[] { 401, 401, 200 }));
        Assert.That(Sandbox.Requests, Has.Property("Refused").EqualTo(2).And.Property("LogIns").EqualTo(1).And.Property("Failed").Zero);
    }

    [Test]
    public async Task SingleSession_ANewLogIn_EndsOlderTokensOnly()
    {
        var older = await Wire.TokenAsync();
        await OrderAsync("""{"kind":"single-session"}""");
        using var untilThen = await Wire.InviteAsync(older, Example.Request());
        var newer = await Wire.TokenAsync();
        using var ended = await Wire.InviteAsync(older, Example.Request());
        using var valid = await Wire.InviteAsync(newer, Example.Request());

        Assert.That(new[] { untilThen, ended, valid }.Select(response => (int)response.StatusCode), Is.EqualTo(new[] { 200, 401, 200 }));
    }

    [Test]
    public async Task Faults_OfTwoKinds_LiveSideBySideAndOneOfAKindIsReplaced()
    {
        await OrderAsync("""{"kind":"status","status":503,"count":5}""");
        await OrderAsync("""{"kind":"delay","seconds":1.5}""");
        await OrderAsync("""{"kind":"status","status":429,"retryAfter":7,"count":1}""");
        var active = await Wire.GetJsonAsync("/sandbox/faults");

        Assert.That(
            active.ToJsonString(),
            Is.EqualTo("""{"faults":[{"kind":"status","status":429,"retryAfter":7,"count":1},{"kind":"delay","seconds":1.5}]}"""));
    }

    [Test]
    public async Task Faults_Read_ShowWhatIsLeftOfACount()
    {
        Sandbox.SetFault(Fault.Status(503, count: 5));
        (await Wire.InviteAsync()).Dispose();

        Assert.That(Sandbox.Faults.Single().Count, Is.EqualTo(4));
    }

    [TestCase("", "not JSON")]
    [TestCase("[]", "must be a JSON object")]
    [TestCase("{}", "kind is required")]
    [TestCase("""{"kind":5}""", "kind is required")]
    [TestCase("""{"kind":"boom"}""", "The kind boom is unknown.")]
    [TestCase("""{"kind":"Status","status":503}""", "The kind Status is unknown.")]
    [TestCase("""{"kind":"status"}""", "status is required")]
    [TestCase("""{"kind":"status","status":200}""", "status must be from 300 to 599.")]
    [TestCase("""{"kind":"status","status":"503"}""", "status must be a whole number.")]
    [TestCase("""{"kind":"status","status":503,"retryAfter":-1}""", "retryAfter must be 0 seconds or more.")]
    [TestCase("""{"kind":"status","status":503,"count":0}""", "count must be at least 1 request.")]
    [TestCase("""{"kind":"status","status":503,"seconds":1}""", "seconds does not belong to the kind status; it takes kind, status, retryAfter, count.")]
    [TestCase("""{"kind":"delay"}""", "seconds is required")]
    [TestCase("""{"kind":"delay","seconds":0}""", "seconds must be more than 0 and at most 3600.")]
    [TestCase("""{"kind":"delay","seconds":1e300}""", "seconds must be more than 0 and at most 3600.")]
    [TestCase("""{"kind":"garbage","count":1.5}""", "count must be a whole number.")]
    [TestCase("""{"kind":"expire-tokens","count":1}""", "count does not belong to the kind expire-tokens")]
    public async Task Put_BadFault_SaysWhatIsWrongAndListsTheKinds(string fault, string problem)
    {
        using var response = await Wire.PutFaultAsync(fault);
        var description = (await WireClient.JsonAsync(response))["description"]!.GetValue<string>();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(description, Does.Contain(problem));
        Assert.That(
            description,
            Does.EndWith("The kinds are none, status, delay, drop-after-accept, garbage, expire-tokens, refuse-login, single-session."));
        Assert.That(Sandbox.Faults, Is.Empty);
    }

    private static CancellationToken Soon() => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    private async Task OrderAsync(string fault)
    {
        using var response = await Wire.PutFaultAsync(fault);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
