using System.Text;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Tests.Api;

public sealed class InvitationPayloadTests
{
    private static readonly ClientDisplayId Client = ClientDisplayId.Parse("8291a9ed952342c5b5fe2915f2189e7c");
    private static readonly ProgrammeDisplayId Programme = ProgrammeDisplayId.Parse("1cf118a0326d47aa851a90b9674e90aa");
    private static readonly InvitationEntry Least = new() { Email = "abc@example.com", Location = LocationDisplayId.Parse("here") };

    [Test]
    public void From_EverythingGiven_WritesTheDocumentedBody() => Assert.That(
        Json(Least with
        {
            Mobile = "0211234321",
            FirstName = "Dave",
            LastName = "Brown",
            Pom = PomDisplayId.Parse("desk"),
            Metadata = [new MetadataValue("invoice_no", "INV00001"), new MetadataValue("Channel", "web")],
        }),
        Is.EqualTo(
            """{"clientDisplayId":"8291a9ed952342c5b5fe2915f2189e7c","programmeDisplayId":"1cf118a0326d47aa851a90b9674e90aa","sendData":["""
            + """{"email":"abc@example.com","mobile":"0211234321","firstName":"Dave","lastName":"Brown","locationDisplayId":"here","pomDisplayId":"desk","metadata":["""
            + """{"key":"invoice_no","value":"INV00001"},{"key":"Channel","value":"web"}]}]}"""));

    [Test]
    public void From_OnlyWhatIsRequired_LeavesTheRestOut() =>
        Assert.That(Json(Least), Does.EndWith("""[{"email":"abc@example.com","locationDisplayId":"here"}]}"""));

    [Test]
    public void From_MobileOnly_LeavesTheEmailOut() =>
        Assert.That(Json(Least with { Email = null, Mobile = "0211234321" }), Does.EndWith("""[{"mobile":"0211234321","locationDisplayId":"here"}]}"""));

    [Test]
    public void From_SeveralEntries_KeepsTheirOrder() => Assert.That(
        Json(Least, Least with { Email = "def@example.com" }),
        Does.Contain("abc@example.com").And.Contain("""},{"email":"def@example.com","""));

    [TestCase("O\"Brien\\", """O\"Brien\\""")]
    [TestCase("Zoë 王 😀", "Zoë 王 😀")]
    [TestCase("a\nb\u0000", """a\nb\u0000""")]
    [TestCase("2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")]
    public void From_AnyText_IsEscapedAndOtherwiseAsGiven(string name, string written) =>
        Assert.That(Json(Least with { FirstName = name }), Does.Contain($"\"firstName\":\"{written}\""));

    [Test]
    public void From_NoEntry_Throws() =>
        Assert.That(() => InvitationPayload.From(new InvitationRequest(Client, Programme, [])), Throws.ArgumentException);

    [Test]
    public void Utf8_IsTheJsonToTheByte()
    {
        var payload = InvitationPayload.From(new InvitationRequest(Client, Programme, [Least with { FirstName = "Zoë" }]));
        Assert.That(Encoding.UTF8.GetString(payload.Utf8.Span), Is.EqualTo(payload.Json));
    }

    [Test]
    public void ToString_NeverShowsTheContact() =>
        Assert.That(InvitationPayload.From(new InvitationRequest(Client, Programme, [Least])).ToString(), Does.Match("^[0-9]+ bytes$"));

    private static string Json(params InvitationEntry[] entries) =>
        InvitationPayload.From(new InvitationRequest(Client, Programme, entries)).Json;
}
