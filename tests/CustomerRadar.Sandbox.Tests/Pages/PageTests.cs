using System.Net;
using System.Text.Json;
using CustomerRadar.Sandbox.Faults;
using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Pages.Internal;

namespace CustomerRadar.Sandbox.Tests.Pages;

public sealed class PageTests : SandboxFixture
{
    protected override SandboxOptions Options { get; } = new() { KeepInvitations = 120 };

    [Test]
    public async Task Get_EmptyInbox_ShowsLogInIdsAndAddress()
    {
        var page = await Wire.Http.GetStringAsync("/");

        Assert.That(page, Does.StartWith("<!doctype html>").And.Contain("No invitation yet"));
        Assert.That(page, Does.Contain("testing12345").And.Contain(Sandbox.Address.GetLeftPart(UriPartial.Authority)));
        Assert.That(page, Does.Contain(Example.Client).And.Contain(Example.Pom).And.Contain("no Postmark ID: refuses e-mail"));
    }

    [Test]
    public async Task Get_Page_LoadsNothingFromElsewhereAndAllowsOnlyItsOwnScript()
    {
        using var response = await Wire.Http.GetAsync("/");
        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];

        Assert.That(page, Does.Not.Contain("src=").And.Not.Contain("<link"));
        Assert.That(page, Does.Contain($"""<script nonce="{nonce}">"""));
        Assert.That(policy, Does.StartWith("default-src 'none'"));
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
    }

    [TestCase("/")]
    [TestCase("/sandbox/inbox")]
    public async Task Get_MarkupInEveryField_IsEncoded(string path)
    {
        const string Hostile = "<script>alert('x')</script>\"&";
        var entry = Example.Entry();
        foreach (var name in new[] { "email", "mobile", "firstName", "lastName" })
            entry[name] = Hostile + name;
        entry["metadata"]![0]!["key"] = Hostile + "key";
        entry["metadata"]![0]!["value"] = Hostile + "value";
        entry[Hostile] = Hostile;
        (await Wire.InviteAsync(Example.Request(entry))).Dispose();
        var page = await Wire.Http.GetStringAsync(path);

        Assert.That(page, Does.Not.Contain("<script>alert"));
        foreach (var name in new[] { "email", "mobile", "firstName", "lastName", "key", "value" })
            Assert.That(page, Does.Contain($"&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&quot;&amp;{name}"));
    }

    [Test]
    public async Task Get_Invitation_ShowsReferenceNamesContactMetadataAndNamesOfIds()
    {
        (await Wire.InviteAsync()).Dispose();
        var inbox = await Wire.Http.GetStringAsync("/sandbox/inbox");

        string[] sent = ["Dave Brown", "abc@gmail.com", "0211234321", "booking_reference", "122334345", Example.Pom];
        string[] looked = ["Main street", "After the visit", "Service", Sandbox.Invitations[0].Reference];
        foreach (var text in sent.Concat(looked))
            Assert.That(inbox, Does.Contain(text));
    }

    [Test]
    public async Task Get_TwoInvitations_ShowsTheNewestFirstAndMarksTheDuplicate()
    {
        (await Wire.InviteAsync()).Dispose();
        (await Wire.InviteAsync()).Dispose();
        var inbox = await Wire.Http.GetStringAsync("/sandbox/inbox");
        var (first, second) = (Sandbox.Invitations[0].Reference, Sandbox.Invitations[1].Reference);
        int At(string reference) => inbox.IndexOf($"<code>{reference}", StringComparison.Ordinal);

        Assert.That(At(second), Is.LessThan(At(first)));
        Assert.That(inbox, Does.Contain($"Duplicate of {first}"));
    }

    [Test]
    public async Task Get_MoreThanThePageShows_SaysSo()
    {
        await InviteAsync(101);

        Assert.That(await Wire.Http.GetStringAsync("/sandbox/inbox"), Does.Contain("The newest 100 of 101").And.Not.Contain("forgotten"));
    }

    [Test]
    public async Task Get_MoreThanAreKept_SaysHowManyAreForgotten()
    {
        await InviteAsync(123);

        Assert.That(await Wire.Http.GetStringAsync("/sandbox/inbox"), Does.Contain("The newest 100 of 120 kept; 3 older ones forgotten"));
    }

    [Test]
    public async Task Get_ActiveFault_IsShownWithWhatIsLeft()
    {
        Sandbox.SetFault(Fault.Status(503, retryAfter: 2, count: 5));

        Assert.That(await Wire.Http.GetStringAsync("/sandbox/inbox"), Does.Contain("<span>Answer 503, retry after 2 s, 5 times</span>"));
    }

    [Test]
    public void FaultPanel_EveryButton_OrdersTheFaultItNames()
    {
        var page = FaultPanel.Render().ToString();

        Assert.That(FaultPanel.Common.Select(fault => fault.Kind).Append(FaultKind.None).Distinct(), Is.EquivalentTo(Enum.GetValues<FaultKind>()));
        foreach (var fault in FaultPanel.Common)
        {
            using var json = JsonDocument.Parse(FaultJson.Write(fault));
            Assert.That(FaultReader.Read(json.RootElement), Is.EqualTo((fault, (string?)null)));
            Assert.That(WebUtility.HtmlDecode(page), Does.Contain(FaultJson.Write(fault)));
        }
    }

    [Test]
    public async Task Post_FaultButton_OrdersItAndShowsThePageAgain()
    {
        using var response = await PostAsync("/sandbox/faults", "fault", FaultJson.Write(Fault.Garbage(count: 1)));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/"));
        Assert.That(Sandbox.Faults.Single(), Is.EqualTo(Fault.Garbage(count: 1)));
    }

    [TestCase("fault", "{")]
    [TestCase("fault", """{"kind":"boom"}""")]
    [TestCase("other", "")]
    public async Task Post_UnknownFault_IsRefused(string name, string value)
    {
        using var response = await PostAsync("/sandbox/faults", name, value);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Sandbox.Faults, Is.Empty);
    }

    [Test]
    public async Task Post_FaultThatIsNoForm_IsRefused()
    {
        using var response = await Wire.Http.PostAsync("/sandbox/faults", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("invitations", 0, 1)]
    [TestCase("requests", 1, 0)]
    public async Task Post_Clear_ClearsWhatItNames(string what, int kept, int counted)
    {
        (await Wire.InviteAsync()).Dispose();
        using var response = await PostAsync("/sandbox/clear", "what", what);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(Sandbox.Invitations, Has.Count.EqualTo(kept));
        Assert.That(Sandbox.Requests.Invitations, Is.EqualTo(counted));
    }

    [Test]
    public async Task Post_ClearOfNothingKnown_IsRefused()
    {
        using var response = await PostAsync("/sandbox/clear", "what", "everything");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private Task<HttpResponseMessage> PostAsync(string path, string name, string value) =>
        Wire.Http.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create(name, value)]));

    private async Task InviteAsync(int count)
    {
        var token = await Wire.TokenAsync();
        for (var i = 0; i < count; i++)
            (await Wire.InviteAsync(token, Example.Request())).Dispose();
    }
}
