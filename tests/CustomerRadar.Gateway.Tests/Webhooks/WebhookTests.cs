using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CustomerRadar.Gateway.Tests.Webhooks;

internal sealed class WebhookTests
{
    private GatewayHost _gateway = null!;

    [SetUp]
    public async Task SetUp() => _gateway = await GatewayHost.StartAsync();

    [TearDown]
    public async Task TearDown() => await _gateway.DisposeAsync();

    [Test]
    public async Task Deliver_EndedBooking_IsAcceptedOnceWithItsMetadata()
    {
        var first = await _gateway.DeliverAsync(GatewayHost.Sample("booking-created"));
        var again = await _gateway.DeliverAsync(GatewayHost.Sample("booking-created"));
        var row = await _gateway.FinalAsync("booking:bFJeNb2uX8ANpT3JL5EfXw");

        Assert.That((Result(first), Result(again), Text(row, "state")), Is.EqualTo(("planned", "duplicate", "Accepted")));
        var sent = _gateway.Sandbox.Invitations.Single();
        Assert.That((sent.Email, sent.Mobile, sent.FirstName, sent.LastName), Is.EqualTo(("dave.brown@example.com", "0211234321", "Dave", "Brown")));
        Assert.That(sent.Entry.GetProperty("metadata").GetRawText(), Does.Contain("bFJeNb2uX8ANpT3JL5EfXw").And.Contain("Example Stay"));
        Assert.That(sent.Reference, Is.EqualTo(Text(row, "reference")));
    }

    [Test]
    public async Task Deliver_CancelledBeforeItsEnd_IsCancelledWithTheReason()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        Assert.That(Result(await _gateway.DeliverAsync(GatewayHost.Sample("booking-cancelled"))), Is.EqualTo("cancelled"));
        Assert.That(Text(await _gateway.FinalAsync("booking:cancel2uX8ANpT3JL5EfXw"), "reason"), Is.EqualTo("The booking was cancelled."));
    }

    [Test]
    public async Task Deliver_CancellationBeforeItsBooking_LeavesNothingToSend()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-cancelled"));
        Assert.That(Result(await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"))), Is.EqualTo("cancelled"));
    }

    [Test]
    public async Task Deliver_SameBookingWithAnotherEnd_MovesItsInvitation()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        Assert.That(Result(await _gateway.DeliverAsync(Later("2026-03-02"))), Is.EqualTo("moved"));
        Assert.That(Text(await _gateway.FinalAsync("booking:cancel2uX8ANpT3JL5EfXw"), "state"), Is.EqualTo("Accepted"));
    }

    [Test]
    public async Task Deliver_CancelledBookingThatStandsAgain_IsInvited()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-cancelled"));
        Assert.That(Result(await _gateway.DeliverAsync(Later("2026-03-02"))), Is.EqualTo("revived"));
        Assert.That(Text(await _gateway.FinalAsync("booking:cancel2uX8ANpT3JL5EfXw"), "state"), Is.EqualTo("Accepted"));
    }

    [Test]
    public async Task Deliver_WithoutContact_IsSkippedWithTheReason()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-without-contact"));
        var row = await _gateway.FinalAsync("booking:nocontactuX8ANpT3JL5EfX");
        Assert.That((Text(row, "state"), Text(row, "reason")), Is.EqualTo(("Skipped", "There is no e-mail address. There is no mobile number.")));
    }

    [TestCase("ping", "handshake")]
    [TestCase("meeting-ended", "ignored")]
    public async Task Deliver_WhatMeansNothing_IsTakenAndStoresNothing(string sample, string result)
    {
        Assert.That(Result(await _gateway.DeliverAsync(GatewayHost.Sample(sample))), Is.EqualTo(result));
        Assert.That(await TotalAsync(), Is.Zero);
    }

    [TestCase("")]
    [TestCase("00")]
    [TestCase("not hexadecimal")]
    public async Task Deliver_MissingOrWrongSignature_Is401AndStoresNothing(string signature)
    {
        Assert.That((await _gateway.DeliverAsync(GatewayHost.Sample("booking-created"), signature)).Status, Is.EqualTo(401));
        Assert.That(await TotalAsync(), Is.Zero);
    }

    [Test]
    public async Task Deliver_UnknownSource_Is404WithoutNamingTheKnownOnes()
    {
        var (status, answer) = await _gateway.DeliverAsync(GatewayHost.Sample("ping"), source: "calendly");
        Assert.That((status, answer.GetRawText().Contains("calcom", StringComparison.Ordinal)), Is.EqualTo((404, false)));
    }

    [Test]
    public async Task Deliver_TooLarge_Is413() =>
        Assert.That((await _gateway.DeliverAsync(Encoding.UTF8.GetBytes(new string(' ', 5000)))).Status, Is.EqualTo(413));

    [TestCase("not json", "The body is not a JSON object.")]
    [TestCase("[]", "The body is not a JSON object.")]
    [TestCase("""{"createdAt":"2026-03-01T09:30:00Z"}""", "There is no value at $.triggerEvent.")]
    [TestCase("""{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-01T09:30:00Z","payload":{"endTime":"2026-03-02T10:30:00Z"}}""", "There is no value at $.payload.uid.")]
    [TestCase("""{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-01T09:30:00Z","payload":{"uid":"A1","endTime":"soon"}}""", "The value at $.payload.endTime is no date and time.")]
    [TestCase("""{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-01T09:30:00Z","payload":{"uid":"A 1","endTime":"2026-03-02T10:30:00Z"}}""", "is no booking id")]
    public async Task Deliver_WhatCannotBeRead_Is400AndSaysWhat(string body, string problem)
    {
        var (status, answer) = await _gateway.DeliverAsync(Encoding.UTF8.GetBytes(body));
        Assert.That(status, Is.EqualTo(400));
        Assert.That(Text(answer, "detail"), Does.Contain(problem));
    }

    [Test]
    public async Task Pages_HostileBookingId_IsEncoded()
    {
        var body = """{"triggerEvent":"BOOKING_CREATED","createdAt":"2026-03-01T09:30:00Z","payload":{"uid":"<script>alert(1)</script>","endTime":"2099-03-02T10:30:00Z"}}""";
        await _gateway.DeliverAsync(Encoding.UTF8.GetBytes(body));
        var page = await _gateway.Http.GetStringAsync("/");
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)").And.Not.Contain("<script>alert"));
    }

    [Test]
    public async Task Api_Filters_AndTheirMistakes()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        var found = await _gateway.Http.GetFromJsonAsync<JsonElement>("/api/invitations?state=pending&page=1");
        Assert.That((found.GetProperty("total").GetInt32(), found.GetProperty("page").GetInt32()), Is.EqualTo((1, 1)));

        foreach (var mistake in new[] { "state=Waiting", "page=0", "page=x", "subject=a%20b" })
        {
            using var answer = await _gateway.Http.GetAsync($"/api/invitations?{mistake}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), mistake);
        }

        using var none = await _gateway.Http.GetAsync("/api/invitations/999");
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Api_ThroughAProxy_NeedsTheKey()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/invitations");
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        using var answer = await _gateway.Http.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Health_Running_IsLiveAndBecomesReady()
    {
        Assert.That((await _gateway.Http.GetAsync("/health/live")).IsSuccessStatusCode, Is.True);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await _gateway.Http.GetAsync("/health/ready", patience.Token)).IsSuccessStatusCode)
            await Task.Delay(50, patience.Token);
    }

    // The booking of 2099, told anew today with an end on another day.
    private static byte[] Later(string day)
    {
        var text = Encoding.UTF8.GetString(GatewayHost.Sample("booking-created-for-cancel"));
        var moved = text.Replace("2099-03-02", GatewayHost.Lately(day), StringComparison.Ordinal);
        var created = JsonDocument.Parse(text).RootElement.GetProperty("createdAt").GetString()!;
        return Encoding.UTF8.GetBytes(moved.Replace(created, GatewayHost.Lately("2026-03-04") + "T09:30:00Z", StringComparison.Ordinal));
    }

    private async Task<int> TotalAsync() => (await _gateway.Http.GetFromJsonAsync<JsonElement>("/api/invitations")).GetProperty("total").GetInt32();

    private static string? Result((int Status, JsonElement Answer) delivery) => Text(delivery.Answer, "result");

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
