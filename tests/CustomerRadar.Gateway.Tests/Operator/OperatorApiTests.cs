using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CustomerRadar.Gateway.Tests.Operator;

internal sealed class OperatorApiTests
{
    private const string Booking = "booking:bFJeNb2uX8ANpT3JL5EfXw";
    private const string Waiting = "booking:cancel2uX8ANpT3JL5EfXw";

    private GatewayHost _gateway = null!;

    [SetUp]
    public async Task SetUp() => _gateway = await GatewayHost.StartAsync();

    [TearDown]
    public async Task TearDown() => await _gateway.DisposeAsync();

    [TestCase("""{"emails":["DAVE.Brown@example.com"]}""")]
    [TestCase("""{"mobiles":["021 123 4321"]}""")]
    [TestCase("""{"mobiles":["+64 21 123 4321"],"emails":["someone.else@example.com"]}""")]
    public async Task OptOut_AnyContactOfABooking_ItsInvitationIsSkippedWithTheReason(string body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, "/api/opt-outs", body);
        Assert.That((status, answer.GetProperty("added").GetInt32()), Is.EqualTo((200, answer.GetProperty("contacts").GetInt32())));
        Assert.That((await SendAsync(HttpMethod.Post, "/api/opt-outs", body)).Answer.GetProperty("added").GetInt32(), Is.Zero);

        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created"));
        var row = await _gateway.FinalAsync(Booking);
        Assert.That(Text(row, "state"), Is.EqualTo("Skipped"));
        Assert.That(Text(row, "reason"), Does.StartWith("The customer opted out on "));
    }

    [Test]
    public async Task OptOut_TakenBack_TheBookingIsInvited()
    {
        const string Body = """{"emails":["dave.brown@example.com"]}""";
        await SendAsync(HttpMethod.Post, "/api/opt-outs", Body);
        Assert.That((await SendAsync(HttpMethod.Delete, "/api/opt-outs", Body)).Answer.GetProperty("removed").GetInt32(), Is.EqualTo(1));
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created"));
        Assert.That(Text(await _gateway.FinalAsync(Booking), "state"), Is.EqualTo("Accepted"));
    }

    [TestCase("", "This is not JSON")]
    [TestCase("[]", "This is not JSON")]
    [TestCase("{}", "emails: there is no contact: give emails, mobiles or both.")]
    [TestCase("""{"email":"dave@example.com"}""", "email: is not known here. Did you mean emails?")]
    [TestCase("""{"emails":"dave@example.com"}""", "emails: must be a list in brackets.")]
    [TestCase("""{"emails":["dave at example.com"]}""", "emails[0]: is no e-mail address.")]
    [TestCase("""{"mobiles":["12"]}""", "mobiles[0]: is no phone number of NZ, and none with its country code.")]
    [TestCase("""{"mobiles":[12]}""", "mobiles[0]: must be a text in quotation marks.")]
    public async Task OptOut_WrongBody_Is400AndNamesThePlaceButNoContact(string body, string problem)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, "/api/opt-outs", body);
        Assert.That(status, Is.EqualTo(400));
        Assert.That(Text(answer, "detail"), Does.Contain(problem).And.Not.Contain("example.com"));
    }

    [TestCase("POST", "/api/opt-outs")]
    [TestCase("DELETE", "/api/opt-outs")]
    [TestCase("POST", "/api/erasures")]
    [TestCase("POST", "/api/invitations/1/retry")]
    [TestCase("POST", "/api/pauses/resume")]
    public async Task Write_WithoutTheKey_Is401EvenOnThisMachine(string method, string path) =>
        Assert.That((await SendAsync(new HttpMethod(method), path, "{}", key: null)).Status, Is.EqualTo(401));

    [Test]
    public async Task Erase_WaitingBooking_CancelsItAndKeepsThePersonAway()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        var (status, answer) = await SendAsync(HttpMethod.Post, "/api/erasures", """{"emails":["Mia.Chen@example.com","dave.brown@example.com"]}""");
        Assert.That((status, answer.GetProperty("subjects").GetInt32(), answer.GetProperty("cancelled").GetInt32()), Is.EqualTo((200, 1, 1)));
        Assert.That(Text(await _gateway.FinalAsync(Waiting), "state"), Is.EqualTo("Cancelled"));
    }

    [Test]
    public async Task Command_RowInAState_DoesWhatItAllowsAndSaysWhatItDoesNot()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        var id = await IdAsync(Waiting);
        Assert.That(await CommandAsync(id, "retry"), Is.EqualTo((409, $"Invitation {id} is Pending; only a Failed one can be tried again.")));
        Assert.That(await CommandAsync(id, "resend"), Is.EqualTo((409, $"Invitation {id} is Pending; only an Unconfirmed one can be sent again.")));
        Assert.That(await CommandAsync(id, "mark-accepted"), Is.EqualTo((409, $"Invitation {id} is Pending; only an Unconfirmed one can be marked as accepted.")));
        Assert.That((await CommandAsync(id, "cancel")).Status, Is.EqualTo(200));
        Assert.That(await CommandAsync(id, "send-now"), Is.EqualTo((409, $"Invitation {id} is Cancelled; only a Pending one can be sent now.")));
        Assert.That(await CommandAsync(99, "cancel"), Is.EqualTo((404, "There is no invitation 99.")));
    }

    [Test]
    public async Task SendNow_BookingFarAhead_IsAccepted()
    {
        await _gateway.DeliverAsync(GatewayHost.Sample("booking-created-for-cancel"));
        Assert.That((await CommandAsync(await IdAsync(Waiting), "send-now")).Status, Is.EqualTo(200));
        Assert.That(Text(await _gateway.FinalAsync(Waiting), "state"), Is.EqualTo("Accepted"));
    }

    [Test]
    public async Task Pauses_NothingIsWrong_NoneToListAndNoneToResume()
    {
        Assert.That(await _gateway.Http.GetStringAsync("/api/pauses"), Is.EqualTo("[]"));
        Assert.That((await SendAsync(HttpMethod.Post, "/api/pauses/resume", """{"scope":"connection:default"}""")).Status, Is.EqualTo(404));
    }

    private async Task<long> IdAsync(string subject) =>
        (await _gateway.Http.GetFromJsonAsync<JsonElement>($"/api/invitations?subject={subject}")).GetProperty("items")[0].GetProperty("id").GetInt64();

    private async Task<(int Status, string? Detail)> CommandAsync(long id, string command)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/api/invitations/{id}/{command}"), "");
        return (status, answer.TryGetProperty("detail", out var detail) ? detail.GetString() : null);
    }

    private async Task<(int Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, string body, string? key = GatewayHost.Key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("X-Operator-Key", key);
        using var response = await _gateway.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
