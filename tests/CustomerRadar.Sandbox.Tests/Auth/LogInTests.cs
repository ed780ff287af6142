using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Sandbox.Tests.Auth;

public sealed class LogInTests : SandboxFixture
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    protected override SandboxOptions Options { get; } = new() { TimeProvider = new FakeTimeProvider(Start) };

    private FakeTimeProvider Time => (FakeTimeProvider)Options.TimeProvider;

    [Test]
    public async Task LogIn_RightPassword_GivesExactlyTheDocumentedMembers()
    {
        using var response = await Wire.LogInAsync();
        var answer = (await WireClient.JsonAsync(response)).AsObject();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Select(member => member.Key), Is.EqualTo(new[] { "token", "expiration", "userName" }));
        Assert.That(answer["userName"]!.GetValue<string>(), Is.EqualTo("testing"));
    }

    [Test]
    public async Task LogIn_RightPassword_ExpirationIsEpochSecondsWithAFractionSixtyMinutesOn()
    {
        using var response = await Wire.LogInAsync();
        var answer = await response.Content.ReadAsStringAsync();

        Assert.That(answer, Does.Contain($"\"expiration\":{Start.AddMinutes(60).ToUnixTimeSeconds()}.250"));
    }

    [Test]
    public async Task LogIn_RightPassword_TokenIsAJwtWithExpAndUserName()
    {
        var parts = (await Wire.TokenAsync()).Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;

        Assert.That(parts, Has.Length.EqualTo(3));
        Assert.That(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])), Is.EqualTo("""{"typ":"JWT","alg":"HS256"}"""));
        Assert.That(claims["exp"]!.GetValue<long>(), Is.EqualTo(Start.AddMinutes(60).ToUnixTimeSeconds()));
        Assert.That(claims["userName"]!.GetValue<string>(), Is.EqualTo("testing"));
    }

    [TestCase("testing", "wrong")]
    [TestCase("nobody", "testing12345")]
    [TestCase("Testing", "testing12345")]
    public async Task LogIn_WrongUserOrPassword_IsRefusedInCustomerRadarsWords(string username, string password)
    {
        using var response = await Wire.LogInAsync(username, password);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"code":2,"userMessage":"Wrong password","developerMessage":"Wrong password"}"""));
    }

    [TestCase("")]
    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("""{"username":"testing"}""")]
    [TestCase("""{"username":"testing","password":12345}""")]
    public async Task LogIn_BodyWithoutCredentials_IsRefused(string body)
    {
        using var response = await Wire.Http.PostAsync("/auth/login", new StringContent(body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Sandbox.Requests.Refused, Is.EqualTo(1));
    }

    [Test]
    public async Task LogIn_RefusedStatusSetTo200_AnswersWithThatStatus()
    {
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { RefusedLogInStatus = 200 });
        using var wire = new WireClient(sandbox.Address);
        using var response = await wire.LogInAsync(password: "wrong");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await WireClient.JsonAsync(response))["code"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task Token_UntilItsExpiration_IsTakenAndNotAMillisecondLonger()
    {
        var token = await Wire.TokenAsync();

        Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromMilliseconds(1));
        using var before = await Wire.InviteAsync(token, Example.Request());
        Time.Advance(TimeSpan.FromMilliseconds(1));
        using var after = await Wire.InviteAsync(token, Example.Request());

        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Token_ShorterLifetime_EndsThen()
    {
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { TimeProvider = Time, TokenLifetime = TimeSpan.FromSeconds(3) });
        using var wire = new WireClient(sandbox.Address);
        var token = await wire.TokenAsync();

        Time.Advance(TimeSpan.FromSeconds(3));
        using var response = await wire.InviteAsync(token, Example.Request());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Token_OlderOne_StaysValidAfterANewLogIn()
    {
        var older = await Wire.TokenAsync();
        var newer = await Wire.TokenAsync();
        using var response = await Wire.InviteAsync(older, Example.Request());

        Assert.That(newer, Is.Not.EqualTo(older));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Token_WithClaimsChanged_IsRefused()
    {
        var parts = (await Wire.TokenAsync()).Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["expiresMillisecond"] = long.MaxValue;
        parts[1] = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
        using var response = await Wire.InviteAsync(string.Join('.', parts), Example.Request());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
