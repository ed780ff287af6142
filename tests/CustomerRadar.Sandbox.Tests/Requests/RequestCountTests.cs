using System.Net;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Sandbox.Tests.Requests;

public sealed class RequestCountTests : SandboxFixture
{
    [Test]
    public async Task Get_AfterSomeOfEach_CountsThemInTheDocumentedMembers()
    {
        var token = await Wire.TokenAsync();
        (await Wire.LogInAsync(password: "wrong")).Dispose();
        (await Wire.InviteAsync("no token", Example.Request())).Dispose();
        (await Wire.InviteAsync(token, Example.Request())).Dispose();
        (await Wire.InviteAsync(token, new System.Text.Json.Nodes.JsonObject())).Dispose();
        Sandbox.SetFault(Fault.Garbage(count: 1));
        (await Wire.InviteAsync(token, Example.Request())).Dispose();

        Assert.That(
            (await Wire.GetJsonAsync("/sandbox/requests")).ToJsonString(),
            Is.EqualTo("""{"logins":1,"invitations":2,"refused":3,"failed":1,"maxInFlight":1}"""));
    }

    [Test]
    public async Task Delete_Requests_ZeroesTheCountersAndLeavesTheInbox()
    {
        (await Wire.InviteAsync()).Dispose();
        using var response = await Wire.Http.DeleteAsync("/sandbox/requests");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(
            (await Wire.GetJsonAsync("/sandbox/requests")).ToJsonString(),
            Is.EqualTo("""{"logins":0,"invitations":0,"refused":0,"failed":0,"maxInFlight":0}"""));
        Assert.That(Sandbox.Invitations, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Invite_SixtyFourAtOnce_AllAreRecordedUnderReferencesOfTheirOwnAndSeenInFlight()
    {
        var time = new ObservedTime();
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { TimeProvider = time });
        using var wire = new WireClient(sandbox.Address);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var token = await wire.TokenAsync();
        sandbox.SetFault(Fault.Delay(TimeSpan.FromSeconds(1)));

        var answers = Enumerable.Range(0, 64).Select(_ => wire.InviteAsync(token, Example.Request(), patience.Token)).ToArray();
        await sandbox.WaitForInvitationsAsync(64, patience.Token);
        var together = Task.WhenAll(answers);
        while (!together.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.That((await together).Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(sandbox.Invitations.Select(invitation => invitation.Reference), Is.Unique.And.Ordered);
        Assert.That(sandbox.Requests, Has.Property("Invitations").EqualTo(64).And.Property("MaxInFlight").EqualTo(64));
    }

    [Test]
    public async Task Invite_ManyAtOnceUnderAFaultWithACount_MeetsExactlySoMany()
    {
        var token = await Wire.TokenAsync();
        Sandbox.SetFault(Fault.Status(503, count: 20));
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Wire.InviteAsync(token, Example.Request())));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable), Is.EqualTo(20));
        Assert.That(Sandbox.Invitations, Has.Count.EqualTo(44));
        Assert.That(Sandbox.Requests, Has.Property("Failed").EqualTo(20).And.Property("Invitations").EqualTo(44));
    }

    [Test]
    public async Task LogIn_ManyAtOnceInASingleSession_LeaveOneValidToken()
    {
        Sandbox.SetFault(Fault.SingleSession);
        var tokens = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Wire.TokenAsync()));
        var answers = await Task.WhenAll(tokens.Select(token => Wire.InviteAsync(token, Example.Request())));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(Sandbox.Requests.LogIns, Is.EqualTo(64));
    }
}
