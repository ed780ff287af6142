using System.Net;
using System.Text.Json.Nodes;

namespace CustomerRadar.Sandbox.Tests.Invitations;

public sealed class InboxTests : SandboxFixture
{
    protected override SandboxOptions Options { get; } = new() { KeepInvitations = 3 };

    [Test]
    public async Task Invite_BeyondTheNumberKept_ForgetsTheOldest()
    {
        foreach (var name in new[] { "Ann", "Ben", "Cem", "Dan" })
            await InviteAsync(entry => entry["firstName"] = name);

        Assert.That(Sandbox.Invitations.Select(invitation => invitation.FirstName), Is.EqualTo(new[] { "Ben", "Cem", "Dan" }));
        Assert.That(Sandbox.Requests.Invitations, Is.EqualTo(4));
    }

    [Test]
    public async Task Invite_SameContactLocationAndMetadata_IsMarkedAsDuplicateOfTheFirst()
    {
        await InviteAsync(_ => { });
        await InviteAsync(entry => entry["firstName"] = "David");
        await InviteAsync(_ => { });
        var list = (await Wire.GetJsonAsync("/sandbox/invitations")).AsArray();
        var first = list[0]!["reference"]!.GetValue<string>();

        Assert.That(list[0]!.AsObject().ContainsKey("duplicateOf"), Is.False);
        Assert.That(list.Skip(1).Select(item => item!["duplicateOf"]!.GetValue<string>()), Is.All.EqualTo(first));
    }

    [TestCase("email", "other@example.com")]
    [TestCase("mobile", "0219999999")]
    [TestCase("pomDisplayId", null)]
    public async Task Invite_OneThingElse_IsADuplicateUnlessItIsTheContact(string member, string? value)
    {
        await InviteAsync(_ => { });
        await InviteAsync(entry => entry[member] = value);

        Assert.That(Sandbox.Invitations[1].DuplicateOf is null, Is.EqualTo(member != "pomDisplayId"));
    }

    [Test]
    public async Task Invite_OtherMetadataValue_IsNoDuplicate()
    {
        await InviteAsync(_ => { });
        await InviteAsync(entry => entry["metadata"]![0]!["value"] = "122334346");

        Assert.That(Sandbox.Invitations[1].DuplicateOf, Is.Null);
    }

    [Test]
    public async Task Invite_LikeOneThatWasForgotten_IsNoDuplicate()
    {
        await InviteAsync(_ => { });
        foreach (var mobile in new[] { "021001", "021002", "021003" })
            await InviteAsync(entry => entry["mobile"] = mobile);
        await InviteAsync(_ => { });

        Assert.That(Sandbox.Invitations[2].DuplicateOf, Is.Null);
    }

    [Test]
    public async Task Accepted_Read_GivesTheEntrysParts()
    {
        await InviteAsync(_ => { });
        var invitation = Sandbox.Invitations.Single();

        Assert.That(invitation.Email, Is.EqualTo("abc@gmail.com"));
        Assert.That(invitation.Mobile, Is.EqualTo("0211234321"));
        Assert.That(invitation.LastName, Is.EqualTo("Brown"));
        Assert.That(invitation.LocationDisplayId, Is.EqualTo(Example.Location));
        Assert.That(invitation.PomDisplayId, Is.EqualTo(Example.Pom));
        Assert.That(invitation.Metadata.Select(pair => pair.Key), Is.EqualTo(new[] { "booking_reference", "invoice_no" }));
        Assert.That(invitation.MetadataValue("invoice_no"), Is.EqualTo("INV00001"));
        Assert.That(invitation.MetadataValue("Invoice_No"), Is.Null);
    }

    [Test]
    public async Task Wait_ForMoreThanThereAre_EndsWhenTheLastArrives()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var waiting = Sandbox.WaitForInvitationsAsync(2, patience.Token);
        await InviteAsync(_ => { });
        var tooEarly = waiting.IsCompleted;
        await InviteAsync(_ => { });

        Assert.That(tooEarly, Is.False);
        Assert.That(await waiting, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Wait_Cancelled_Ends()
    {
        using var impatience = new CancellationTokenSource();
        var waiting = Sandbox.WaitForInvitationsAsync(1, impatience.Token);
        await impatience.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private async Task InviteAsync(Action<JsonObject> change)
    {
        var entry = Example.Entry();
        change(entry);
        using var response = await Wire.InviteAsync(Example.Request(entry));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
