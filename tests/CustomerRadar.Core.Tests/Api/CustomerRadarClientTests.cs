using System.Net;
using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Tests.Invitations;
using Microsoft.Extensions.Time.Testing;
using static CustomerRadar.Core.Tests.Api.ClientUnderTest;

namespace CustomerRadar.Core.Tests.Api;

/// <summary>What the client makes of an answer.</summary>
public sealed class CustomerRadarClientTests
{
    // body -> code, message, data, readable
    [TestCase("""{"code":"00000","description":"success","data":"846673197418938368"}""", "00000", "success", "846673197418938368", true)]
    [TestCase("""{"code":"00000","data":846673197418938368}""", "00000", null, "846673197418938368", true, TestName = "{m}: data as a number keeps its digits")]
    [TestCase("""{"code":"00000","data":84667319741893836812345678901234}""", "00000", null, "84667319741893836812345678901234", true, TestName = "{m}: data longer than a number")]
    [TestCase("""{"code":"00000","data":null}""", "00000", null, null, true)]
    [TestCase("""{"code":"00000","data":{"id":"1"}}""", "00000", null, null, true)]
    [TestCase("""{"CODE":"00000","Data":"1"}""", "00000", null, "1", true, TestName = "{m}: names in another case")]
    [TestCase("""{"code":2,"userMessage":"Wrong password","developerMessage":"x"}""", "2", "Wrong password", null, true)]
    [TestCase("""{"message":"Bad\nrequest"}""", null, "Bad request", null, true)]
    [TestCase("""{"error":{"status":400,"message":"Bad request"}}""", null, "Bad request", null, true, TestName = "{m}: a message further down")]
    [TestCase("""{"errors":["mobile is wrong"]}""", null, "mobile is wrong", null, true, TestName = "{m}: a list of messages")]
    [TestCase("""{"description":"dave@example.com and 0211234321 are wrong"}""", null, "[e-mail] and [number] are wrong", null, true, TestName = "{m}: echoed contacts are hidden")]
    [TestCase("""{"description":"token header.payload.signature is wrong"}""", null, "token *** is wrong", null, true, TestName = "{m}: an echoed token is hidden")]
    [TestCase("""{"data":"2026-03-02T12:00:00Z"}""", null, null, "2026-03-02T12:00:00Z", true, TestName = "{m}: no date is made of a text")]
    [TestCase("\uFEFF {\"code\":\"1\"} ", "1", null, null, true, TestName = "{m}: a byte order mark")]
    [TestCase("{}", null, null, null, true)]
    [TestCase("No Feedback code found for this clientDisplayId", null, "No Feedback code found for this clientDisplayId", null, false, TestName = "{m}: plain text")]
    [TestCase("\"Bad request\"", null, "Bad request", null, false, TestName = "{m}: a JSON string")]
    [TestCase("<html><body>Bad gateway</body></html>", null, null, null, false, TestName = "{m}: a page")]
    [TestCase("""{"code":"00000","descr""", null, null, null, false, TestName = "{m}: half an object")]
    [TestCase("[1]", null, null, null, false)]
    [TestCase("null", null, null, null, false)]
    [TestCase("", null, null, null, false)]
    public async Task InviteAsync_AnyBody_IsReadTolerantly(string body, string? code, string? message, string? data, bool readable)
    {
        var result = await CallAsync(FakeApi.Json(HttpStatusCode.OK, body));
        Assert.That(result, Is.EqualTo(new CallResult.Answered(200) { Code = code, Message = message, Data = data, Readable = readable }));
    }

    [Test]
    public async Task InviteAsync_DeepOrLongBody_IsNotReadable()
    {
        var deep = await CallAsync(FakeApi.Json(HttpStatusCode.OK, string.Concat(Enumerable.Repeat("{\"a\":", 100_000 / 5))));
        var nested = await CallAsync(FakeApi.Json(HttpStatusCode.OK, string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100)));
        var endless = await CallAsync(FakeApi.Json(HttpStatusCode.OK, $$"""{"code":"00000","data":"{{new string('1', 64 * 1024)}}"}"""));

        Assert.That(new[] { deep, nested, endless }, Is.All.EqualTo(new CallResult.Answered(200)));
    }

    [Test]
    public async Task InviteAsync_LongCodeAndData_AreCutToWhatAColumnHolds()
    {
        var result = (CallResult.Answered)await CallAsync(FakeApi.Json(HttpStatusCode.OK, $$"""{"code":"{{new string('a', 200)}}","data":"{{new string('b', 200)}}"}"""));
        Assert.That((result.Code!.Length, result.Data!.Length), Is.EqualTo((50, 100)));
    }

    [TestCase("2", 2)]
    [TestCase("0", 0)]
    [TestCase("Mon, 02 Mar 2026 12:01:30 GMT", 90)]
    [TestCase("Mon, 02 Mar 2026 11:00:00 GMT", 0, TestName = "{m}: a date that is over")]
    [TestCase("999999999", 24 * 3600, TestName = "{m}: no longer than a day")]
    [TestCase("soon", null)]
    [TestCase(null, null)]
    public async Task InviteAsync_RetryAfter_IsAWait(string? header, int? seconds)
    {
        var answer = FakeApi.Json(HttpStatusCode.ServiceUnavailable, "");
        if (header is not null)
            answer.Headers.TryAddWithoutValidation("Retry-After", header);

        var result = (CallResult.Answered)await CallAsync(answer);
        Assert.That(result.RetryAfter?.TotalSeconds, Is.EqualTo(seconds));
    }

    [Test]
    public async Task InviteAsync_HandlerThatSendsTwice_SendsOnceAndIsLost()
    {
        using var twice = new SendsTwice();
        using var client = Create(twice);

        var result = await client.InviteAsync(Some.Connection, Token, Payload, default);

        Assert.That(result, Is.InstanceOf<CallResult.Lost>());
        Assert.That(Encoding.UTF8.GetString(twice.Sent.ToArray()), Is.EqualTo(Payload.Json));
    }

    [Test]
    public async Task LogInAsync_Granted_SendsNameAndPasswordAndReadsTheToken()
    {
        using var api = new FakeApi();
        using var client = Create(api);

        var answer = await client.LogInAsync(Some.Connection, default);

        Assert.That(api.LogIns, Is.EqualTo(1));
        Assert.That((answer.Token?.Reveal(), answer.Expiration), Is.EqualTo(("t", "4102444800.5")));
    }

    [TestCase("""{"token":""}""")]
    [TestCase("""{"token":"  "}""")]
    [TestCase("""{"token":null}""")]
    [TestCase("""{"token":["t"]}""")]
    [TestCase("""{"token":"two\r\nlines: x"}""", TestName = "{m}: a line end must not get into a header")]
    [TestCase("""{"token":"tökén"}""")]
    public async Task LogInAsync_WhatCannotStandInAHeader_IsNoToken(string body)
    {
        using var api = new FakeApi { LogInAnswer = () => FakeApi.Json(HttpStatusCode.OK, body) };
        using var client = Create(api);

        Assert.That((await client.LogInAsync(Some.Connection, default)).Token, Is.Null);
    }

    [Test]
    public async Task LogInAsync_PasswordEchoed_IsHidden()
    {
        using var api = new FakeApi { LogInAnswer = () => FakeApi.Json(HttpStatusCode.Unauthorized, """{"code":2,"userMessage":"testing12345 is wrong"}""") };
        using var client = Create(api);

        var answer = await client.LogInAsync(Some.Connection, default);

        Assert.That(answer.ToString(), Does.Contain("*** is wrong").And.Not.Contain("testing12345"));
    }

    private static async Task<CallResult> CallAsync(HttpResponseMessage answer)
    {
        using var api = new FakeApi().Then(() => answer);
        using var client = Create(api, new FakeTimeProvider(Some.Noon));
        return await client.InviteAsync(Some.Connection, Token, Payload, default);
    }

    private sealed class SendsTwice : HttpMessageHandler
    {
        public MemoryStream Sent { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Sent, cancellationToken);
            await request.Content!.CopyToAsync(Sent, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
