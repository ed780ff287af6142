using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Sandbox.Tests.Invitations;

public sealed class InvitationTests : SandboxFixture
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected override SandboxOptions Options { get; } = new() { TimeProvider = new FakeTimeProvider(Now) };

    [Test]
    public async Task Invite_ExampleRequest_IsAcceptedWithAReferenceOfEighteenDigits()
    {
        using var response = await Wire.InviteAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Does.Match("""^\{"code":"00000","description":"success","data":"[1-9][0-9]{17}"\}$"""));
    }

    [Test]
    public async Task Invite_ExampleRequest_IsListedAsItWasSent()
    {
        using var response = await Wire.InviteAsync();
        var reference = (await WireClient.JsonAsync(response))["data"]!.GetValue<string>();
        var expected = new JsonArray(new JsonObject
        {
            ["receivedAt"] = "2026-03-01T12:00:00+00:00",
            ["reference"] = reference,
            ["clientDisplayId"] = Example.Client,
            ["programmeDisplayId"] = Example.Programme,
            ["entry"] = Example.Entry(),
        });

        Assert.That(JsonNode.DeepEquals(await Wire.GetJsonAsync("/sandbox/invitations"), expected));
    }

    [Test]
    public async Task Invite_Several_AreListedOldestFirstUnderReferencesOfTheirOwn()
    {
        foreach (var name in new[] { "Ann", "Ben", "Cem" })
            (await Wire.InviteAsync(Example.Request(Changed(entry => entry["firstName"] = name)))).Dispose();
        var list = (await Wire.GetJsonAsync("/sandbox/invitations")).AsArray();

        Assert.That(list.Select(item => item!["entry"]!["firstName"]!.GetValue<string>()), Is.EqualTo(new[] { "Ann", "Ben", "Cem" }));
        Assert.That(list.Select(item => item!["reference"]!.GetValue<string>()), Is.Unique.And.Ordered);
    }

    [Test]
    public async Task Invite_SeveralEntries_AreListedOneByOneUnderOneReference()
    {
        using var response = await Wire.InviteAsync(Example.Request(Example.Entry(), Changed(entry => entry["firstName"] = "Ben")));

        Assert.That(Sandbox.Invitations.Select(invitation => invitation.FirstName), Is.EqualTo(new[] { "Dave", "Ben" }));
        Assert.That(Sandbox.Invitations[1].Reference, Is.EqualTo(Sandbox.Invitations[0].Reference));
        Assert.That(Sandbox.Requests.Invitations, Is.EqualTo(1));
    }

    [Test]
    public async Task Invite_SecondOfTwoEntriesIsWrong_RecordsNeither()
    {
        using var response = await Wire.InviteAsync(Example.Request(Example.Entry(), Changed(entry => entry.Remove("locationDisplayId"))));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("sendData[1].locationDisplayId"));
        Assert.That(Sandbox.Invitations, Is.Empty);
    }

    [Test]
    public async Task Delete_Invitations_EmptiesTheListAndLeavesTheCounters()
    {
        (await Wire.InviteAsync()).Dispose();
        using var response = await Wire.Http.DeleteAsync("/sandbox/invitations");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Wire.GetJsonAsync("/sandbox/invitations")).AsArray(), Is.Empty);
        Assert.That(Sandbox.Requests.Invitations, Is.EqualTo(1));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("abc")]
    [TestCase("..")]
    [TestCase("eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTl9.c2lnbmF0dXJl")]
    public async Task Invite_WithoutAKnownToken_IsUnauthorised(string? authorization)
    {
        using var response = await Wire.InviteAsync(authorization, Example.Request());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Sandbox.Invitations, Is.Empty);
    }

    [Test]
    public async Task Invite_TokenWithBearerPrefix_IsUnauthorised()
    {
        using var response = await Wire.InviteAsync($"Bearer {await Wire.TokenAsync()}", Example.Request());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("text/plain", HttpStatusCode.BadRequest)]
    [TestCase("application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [TestCase("application/json", HttpStatusCode.OK)]
    [TestCase("application/json; charset=utf-8", HttpStatusCode.OK)]
    public async Task Invite_ContentType_MustBeJson(string type, HttpStatusCode expected)
    {
        using var content = new StringContent(Example.Request().ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await Wire.InviteAsync(await Wire.TokenAsync(), content);

        Assert.That(response.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task Invite_BodyBeyondTheLimit_IsRefusedAsTooLarge()
    {
        using var content = new StringContent(new string(' ', 1024 * 1024 + 1), new MediaTypeHeaderValue("application/json"));
        using var response = await Wire.InviteAsync(await Wire.TokenAsync(), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(Sandbox.Requests.Refused, Is.EqualTo(1));
    }

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var entry = Example.Entry();
        change(entry);
        return entry;
    }
}
