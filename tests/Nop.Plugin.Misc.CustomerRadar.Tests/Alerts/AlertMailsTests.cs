using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Pauses;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Alerts;

public sealed class AlertMailsTests
{
    private MailBench _bench = new();

    [SetUp]
    public void SetUp() => _bench = new MailBench();

    [Test]
    public async Task TellAsync_NobodyNamed_QueuesOneFromAndToTheDefaultAccount()
    {
        await _bench.TellAsync(MailBench.LogIn);
        var mail = _bench.Queued.Single();
        Assert.That((mail.EmailAccountId, mail.From, mail.FromName, mail.To), Is.EqualTo((2, "shop@example.com", "Shop", "shop@example.com")));
        Assert.That((mail.PriorityId, mail.CreatedOnUtc), Is.EqualTo((5, MailBench.Now.UtcDateTime)));
    }

    [Test]
    public async Task TellAsync_AlertOfAStore_SaysWhatWhereSinceWhenAndWhatToDo()
    {
        await _bench.TellAsync(MailBench.LogIn);
        var mail = _bench.Queued.Single();
        Assert.That(mail.Subject, Is.EqualTo("Second, Customer Radar: Customer Radar refuses the log-in (connection store-2). <Wrong> password"));
        Assert.That(mail.Body, Does.Contain("Where:</b> Second").And.Contain("2026-03-03 01:00 (Pacific/Auckland)").And.Contain("Check it &amp; test.")
            .And.Contain("href=\"https://second.example/shop/Admin/CustomerRadar/Configure\"").And.Contain("&lt;Wrong&gt;").And.Not.Contain("<Wrong>"));
    }

    [TestCase("all")]
    [TestCase("rule:order-paid/a/b/")]
    [TestCase("connection:elsewhere")]
    public async Task TellAsync_AlertOfNoStore_NamesTheFirstStoreAndTheWholeShop(string scope)
    {
        await _bench.TellAsync(MailBench.LogIn with { Alert = MailBench.LogIn.Alert with { Scope = scope, Advice = null } });
        var mail = _bench.Queued.Single();
        Assert.That(mail.Subject, Does.StartWith("First, "));
        Assert.That(mail.Body, Does.Contain("the whole shop").And.Contain("https://first.example/Admin/").And.Not.Contain("What to do:"));
    }

    [Test]
    public async Task TellAsync_SeveralNamed_EachGetsOne()
    {
        _bench.Settings.AlertMailsTo = "a@example.com; b@example.com, nonsense";
        await _bench.TellAsync(MailBench.LogIn);
        Assert.That(_bench.Queued.Select(mail => mail.To), Is.EqualTo(new[] { "a@example.com", "b@example.com" }));
    }

    [Test]
    public async Task TellAsync_SwitchedOff_QueuesNothing()
    {
        _bench.Settings.AlertMails = false;
        await _bench.TellAsync(MailBench.LogIn);
        Assert.That(_bench.Queued, Is.Empty);
    }

    [Test]
    public async Task TellAsync_CopyOfTheShop_QueuesNothing()
    {
        _bench.Pauses.Known.Add(PauseScope.Copy, new Pause { Scope = PauseScope.Copy, Cause = PauseCause.Copy, ClosedUntil = DateTimeOffset.MaxValue });
        await _bench.TellAsync(MailBench.LogIn);
        await _bench.TellAsync(MailBench.LogIn with { Alert = new Alert(AlertKind.Copy, "copy", "This looks like a copy.", null) });
        Assert.That(_bench.Queued, Is.Empty);
    }

    [Test]
    public async Task TellAsync_ProcessElsewhereWhileTheShopIsAtWork_LeavesItToTheShop()
    {
        await _bench.MoveAwayAsync();
        Assert.ThrowsAsync<InvalidOperationException>(() => _bench.TellAsync(MailBench.LogIn), "nobody was told, so the shop itself does");
        Assert.That(_bench.Queued, Is.Empty);
    }

    [Test]
    public async Task TellAsync_DefaultAccountGone_TakesTheFirst()
    {
        _bench.DefaultAccount = 9;
        await _bench.TellAsync(MailBench.LogIn);
        Assert.That(_bench.Queued.Single().From, Is.EqualTo("other@example.com"));
    }

    [Test]
    public void TellAsync_NoAccount_Throws()
    {
        _bench.Accounts.Clear();
        Assert.ThrowsAsync<InvalidOperationException>(() => _bench.TellAsync(MailBench.LogIn), "nobody was told, so it is tried again");
    }

    [Test]
    public void TellAsync_QueueAway_Throws()
    {
        _bench.Refused.Add(0);
        Assert.ThrowsAsync<TimeoutException>(() => _bench.TellAsync(MailBench.LogIn), "nobody was told, so it is tried again");
    }

    [Test]
    public async Task TellAsync_QueueAwayAfterTheFirst_CountsAsTold()
    {
        _bench.Settings.AlertMailsTo = "a@example.com, b@example.com";
        _bench.Refused.Add(1);
        await _bench.TellAsync(MailBench.LogIn);
        Assert.That(_bench.Queued.Select(mail => mail.To), Is.EqualTo(new[] { "a@example.com" }));
    }

    [Test]
    public async Task TellAsync_MerchantsOwnWordsWithALoneBrace_AreTakenAsTheyAre()
    {
        _bench.Texts["Mail.Subject"] = "{ {1}";
        await _bench.TellAsync(MailBench.LogIn);
        Assert.That(_bench.Queued.Single().Subject, Does.StartWith("{ Customer Radar refuses"));
    }

    [Test]
    public async Task TellAsync_LongMessage_SubjectIsCutAndOneLine()
    {
        await _bench.TellAsync(MailBench.LogIn with { Alert = MailBench.LogIn.Alert with { Message = "a\n" + new string('b', 900) } });
        Assert.That(_bench.Queued.Single().Subject, Has.Length.EqualTo(200).And.Contain("a b").And.EndsWith("…"));
    }
}
