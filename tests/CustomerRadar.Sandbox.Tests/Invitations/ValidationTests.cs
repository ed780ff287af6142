using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CustomerRadar.Sandbox.Clients;

namespace CustomerRadar.Sandbox.Tests.Invitations;

public sealed class ValidationTests : SandboxFixture
{
    private const string NoFeedbackCode =
        "No Feedback code found for this clientDisplayId, locationDisplayId, pomDisplayId & programmeDisplayId.";

    private const string NoPostmarkId =
        "To send an email invitation, the programme must set Postmark ID. Provide correct details & try again.";

    private const string NoEntry = "sendData is required and must be a list with at least one entry.";
    private const string BadMetadata = "sendData[0].metadata must be a list";
    private const string NoClient = "clientDisplayId is required and must be a string.";
    private const string NoProgramme = "programmeDisplayId is required and must be a string.";
    private const string NoLocation = "sendData[0].locationDisplayId is required and must be a string.";
    private const string NoPom = "sendData[0].pomDisplayId is required because the location has 2 POMs.";

    private const string ProgrammeWithoutPostmark = "e5f7a2c4089b4d16937c5e1d0f8a6b42";
    private const string LocationWithTwoPoms = "b2d7e05c91f64a3e8c47d06f5a1b92e3";
    private const string FirstOfTwoPoms = "c81e4f0a7d9b4526a3f1e8d25b6c7094";

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Request("no client", request => request.Remove("clientDisplayId"), NoClient);
        yield return Request("a number as client", request => request["clientDisplayId"] = 5, NoClient);
        yield return Request("a blank programme", request => request["programmeDisplayId"] = " ", NoProgramme);
        yield return Request("no sendData", request => request.Remove("sendData"), NoEntry);
        yield return Request("sendData no list", request => request["sendData"] = Example.Entry(), NoEntry);
        yield return Request("an empty sendData", request => request["sendData"] = new JsonArray(), NoEntry);
        yield return Request("an entry no object", request => request["sendData"] = new JsonArray("x"), "sendData[0] must be an object.");
        yield return Request("an unknown client", request => request["clientDisplayId"] = "nobody", NoFeedbackCode);
        yield return Request("an unknown programme", request => request["programmeDisplayId"] = "nothing", NoFeedbackCode);
        yield return Request("an e-mail without Postmark ID", request => request["programmeDisplayId"] = ProgrammeWithoutPostmark, NoPostmarkId);
        yield return Entry("no location", entry => entry.Remove("locationDisplayId"), NoLocation);
        yield return Entry("an unknown location", entry => entry["locationDisplayId"] = "nowhere", NoFeedbackCode);
        yield return Entry("an unknown POM", entry => entry["pomDisplayId"] = "none", NoFeedbackCode);
        yield return Entry("another location's POM", entry => entry["pomDisplayId"] = FirstOfTwoPoms, NoFeedbackCode);
        yield return Entry("no POM of two", entry => Move(entry, null), NoPom);
        yield return Entry("no contact", entry => Contact(entry, null, null), "sendData[0] needs at least one of email and mobile.");
        yield return Entry("a blank contact", entry => Contact(entry, " ", ""), "sendData[0] needs at least one of email and mobile.");
        yield return Entry("a number as mobile", entry => entry["mobile"] = 211234321, "sendData[0].mobile must be a string.");
        yield return Entry("metadata no list", entry => entry["metadata"] = new JsonObject(), BadMetadata);
        yield return Entry("metadata as a map", entry => entry["metadata"] = JsonNode.Parse("""[{"a":"b"}]"""), BadMetadata);
        yield return Entry("a number as metadata value", entry => Metadata(entry, "a", 5), BadMetadata);
        yield return Entry("a blank metadata key", entry => Metadata(entry, "", "x"), BadMetadata);
    }

    private static IEnumerable<TestCaseData> Acceptances()
    {
        yield return Entry("e-mail only", entry => Contact(entry, "a@example.com", null));
        yield return Entry("mobile only", entry => Contact(entry, null, "0211234321"));
        yield return Entry("no POM of one", entry => entry.Remove("pomDisplayId"));
        yield return Entry("a POM of two", entry => Move(entry, FirstOfTwoPoms));
        yield return Entry("no names", entry => entry["firstName"] = entry["lastName"] = null);
        yield return Entry("no metadata", entry => entry.Remove("metadata"));
        yield return Entry("an empty metadata value", entry => Metadata(entry, "a", ""));
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task Invite_WrongRequest_IsRefusedWithItsReason(JsonObject request, string reason)
    {
        using var response = await Wire.InviteAsync((JsonObject)request.DeepClone());
        var answer = (await WireClient.JsonAsync(response)).AsObject();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Select(member => member.Key), Is.EqualTo(new[] { "code", "description" }));
        Assert.That(answer["code"]!.GetValue<string>(), Is.Not.EqualTo("00000"));
        Assert.That(answer["description"]!.GetValue<string>(), Does.StartWith(reason));
        Assert.That(Sandbox.Invitations, Is.Empty);
        Assert.That(Sandbox.Requests.Refused, Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Acceptances))]
    public async Task Invite_OptionalPartLeftOut_IsAccepted(JsonObject request, string _)
    {
        using var response = await Wire.InviteAsync((JsonObject)request.DeepClone());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Invite_MobileOnlyToTheProgrammeWithoutPostmark_IsAccepted()
    {
        var entry = Example.Entry();
        entry.Remove("email");
        var request = Example.Request(entry);
        request["programmeDisplayId"] = ProgrammeWithoutPostmark;
        using var response = await Wire.InviteAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("")]
    [TestCase("{")]
    public async Task Invite_BodyThatIsNotJson_IsRefused(string body)
    {
        using var response = await Wire.InviteAsync(await Wire.TokenAsync(), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("The body is not JSON."));
    }

    [Test]
    public async Task Invite_KnownRefusal_ReadsWordForWordInTheRawAnswer()
    {
        var request = Example.Request();
        request["clientDisplayId"] = "nobody";
        using var response = await Wire.InviteAsync(request);

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($"\"{NoFeedbackCode}\""));
    }

    [TestCase("booking_reference", HttpStatusCode.OK)]
    [TestCase("Booking_Reference", HttpStatusCode.BadRequest)]
    public async Task Invite_ProgrammeThatRequiresAKey_TakesItInThisCaseOnly(string key, HttpStatusCode expected)
    {
        var client = ClientDirectory.Example.Clients[0];
        var programme = client.Programmes[0] with { RequiredMetadata = ["booking_reference"] };
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions
        {
            Directory = new ClientDirectory { Clients = [client with { Programmes = [programme] }] },
        });
        using var wire = new WireClient(sandbox.Address);
        var entry = Example.Entry();
        Metadata(entry, key, "1");
        using var response = await wire.InviteAsync(Example.Request(entry));

        Assert.That(response.StatusCode, Is.EqualTo(expected));
    }

    private static TestCaseData Request(string name, Action<JsonObject> change, string reason)
    {
        var request = Example.Request();
        change(request);
        return new TestCaseData(request, reason).SetArgDisplayNames(name);
    }

    private static TestCaseData Entry(string name, Action<JsonObject> change, string reason = "")
    {
        var entry = Example.Entry();
        change(entry);
        return new TestCaseData(Example.Request(entry), reason).SetArgDisplayNames(name);
    }

    private static void Contact(JsonObject entry, string? email, string? mobile)
    {
        entry["email"] = email;
        entry["mobile"] = mobile;
    }

    private static void Move(JsonObject entry, string? pom)
    {
        entry["locationDisplayId"] = LocationWithTwoPoms;
        entry["pomDisplayId"] = pom;
    }

    private static void Metadata(JsonObject entry, string key, JsonNode value) =>
        entry["metadata"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value });
}
