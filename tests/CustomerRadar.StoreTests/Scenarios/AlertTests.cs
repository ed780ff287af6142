using CustomerRadar.Sandbox.Faults;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>What the merchant is told without asking: alerts on the page, in System > Warnings and by e-mail, notes on orders.</summary>
public sealed class AlertTests : StoreTest
{
    private const string Merchant = "merchant@example.com";
    private const string Refused = "refuses the log-in";

    // A check is a job of its own; a sweep, which finds that the password is another one now, comes every minute.
    private static readonly TimeSpan Checked = TimeSpan.FromMinutes(2);

    // Every minute, of what is half a minute old.
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(3);

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await StoreRun.InstalledAsync();
        await Admin.Products.StockAsync(Product.Gift);
    }

    [SetUp]
    public async Task SaveAGoodPageAsync() => await SaveAsync(PluginConfiguration.For(Store.Sandbox.Address) with { AlertMailsTo = Merchant });

    [Test]
    public async Task WrongPassword_OrderPaid_IsToldEverywhereUntilItIsPutRight()
    {
        await SaveAsync(new PluginConfiguration { Password = "wrong" });
        var order = await OrderAsync();
        await Wait.UntilAsync(
            async () => (await Admin.Invitations.OfAsync(order)).SingleOrDefault(),
            row => row?.Reason?.Contains("log-in", StringComparison.OrdinalIgnoreCase) == true,
            "the row saying that the log-in is refused",
            Wait.Invitation);
        await CheckAsync();
        var warnings = await Wait.UntilAsync(
            Admin.Warnings.OfPluginAsync, lines => lines.Any(IsTheLogIn), "System > Warnings saying so", Checked);
        var page = await Admin.Configuration.AlertsAsync();
        var mails = await Wait.UntilAsync(
            Admin.Mails.NewestAsync, seen => seen.Any(mail => IsTheLogIn(mail.Subject)), "the e-mail in the queue", Checked);

        await SaveAGoodPageAsync();
        var row = await Admin.Invitations.SettledAsync(order, "Accepted");
        await CheckAsync();
        await Wait.UntilAsync(Admin.Warnings.OfPluginAsync, lines => !lines.Any(IsTheLogIn), "the alert being over", Checked);

        Assert.Multiple(() =>
        {
            Assert.That(warnings.Single(IsTheLogIn), Does.Contain("Check"), "it says what to do");
            Assert.That(page, Has.Exactly(1).Contains(Refused));
            Assert.That(mails.First(mail => IsTheLogIn(mail.Subject)).To, Is.EqualTo(Merchant));
            Assert.That(row.State, Is.EqualTo("Accepted"));
        });
        Assert.That(await Admin.Log.NewestAsync(), Has.Some.Contains("Alert LogInRefused"));
    }

    [Test]
    public async Task OrderPaid_InvitationAccepted_OrderHasOneNoteWithTheReference()
    {
        var order = await OrderAsync();
        await Admin.Invitations.SettledAsync(order, "Accepted");
        var reference = Store.Sandbox.Invitations.Single(invitation => invitation.MetadataValue("invoice_no") == order.Custom).Reference;

        var notes = await NotesAsync(order, "Customer Radar accepted");

        Assert.That(notes, Is.EqualTo(new[] { ($"Customer Radar accepted the feedback invitation (reference {reference}).", false) }));
    }

    [Test]
    public async Task OrderPaid_InvitationRefused_OrderHasANoteThatSaysWhy()
    {
        Store.Sandbox.SetFault(Fault.Status(422, count: 1));
        var order = await OrderAsync();
        await Admin.Invitations.SettledAsync(order, "Failed");

        var notes = await NotesAsync(order, "feedback invitation");

        Assert.That(notes, Has.Exactly(1).Items.And.All.Matches<(string Note, bool ForCustomers)>(
            note => note.Note.StartsWith("The feedback invitation to Customer Radar failed.", StringComparison.Ordinal) && !note.ForCustomers));
    }

    private static bool IsTheLogIn(string text) => text.Contains(Refused, StringComparison.Ordinal);

    private async Task SaveAsync(PluginConfiguration values)
    {
        await Admin.Configuration.OpenAsync();
        await Admin.Configuration.FillAsync(values);
        Assert.That(await Admin.Configuration.SaveAsync(), Is.Empty);
    }

    private async Task CheckAsync()
    {
        await Admin.Configuration.OpenAsync();
        Assert.That(await Admin.Configuration.CheckAlertsAsync(), Does.StartWith("Checking."));
    }

    private async Task<IReadOnlyList<(string Note, bool ForCustomers)>> NotesAsync(OrderNumber order, string about)
    {
        var opened = await Admin.OpenAsync(order);
        return await Wait.UntilAsync(
            async () => (await opened.NotesAsync()).Where(note => note.Note.Contains(about, StringComparison.Ordinal)).ToList(),
            notes => notes.Count > 0,
            $"a note on {order}",
            Noted);
    }

    // Free, so that it is paid within the checkout.
    private async Task<OrderNumber> OrderAsync()
    {
        var visit = await Store.VisitAsync();
        await visit.AddToCartAsync(Product.Gift);
        return await visit.CheckOutAsync(new Buyer());
    }
}
