using CustomerRadar.Core.Pauses;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class SendingPageTests
{
    private SendingBench _bench = null!;

    private SendingPage Page => _bench.Page;

    [SetUp]
    public void SetUp() => _bench = new SendingBench();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task ReadAsync_NothingInTheWay_SaysSo()
    {
        var page = await Page.ReadAsync(default);
        Assert.That((page.IsCopy, page.IsPaused, page.Pauses.Count, page.DryRunStores.Count), Is.EqualTo((false, false, 0, 0)));
    }

    [Test]
    public async Task ReadAsync_Copy_ShowsThePlaceUntilConfirmed()
    {
        await _bench.LookLikeACopyAsync();

        var page = await Page.ReadAsync(default);
        Assert.That((page.IsCopy, page.OthersSend, page.Pauses.Count), Is.EqualTo((true, false, 0)));
        Assert.That(page.Place, Is.EqualTo(new[] { "test.example.com", "db", "shop" }));

        await Page.ConfirmAsync(default);
        Assert.That((await Page.ReadAsync(default)).IsCopy, Is.False);
    }

    [Test]
    public async Task PauseAsync_ThenEnd_NamesWhoPausedAndSince()
    {
        await Page.PauseAsync(default);
        var page = await Page.ReadAsync(default);
        var pause = page.Pauses.Single();
        Assert.That((page.IsPaused, pause.Scope, pause.IsPersons, pause.NextTry), Is.EqualTo((true, "all", true, (string?)null)));
        Assert.That(pause.Reason, Is.EqualTo("Paused on the configuration page by Ann Lee."));
        Assert.That(pause.Since, Is.EqualTo(SendingBench.Noon.ToString("g", System.Globalization.CultureInfo.CurrentCulture)));

        Assert.That(await Page.EndAsync("all", default), Is.True);
        Assert.That(_bench.Spot.Pauses.Known, Is.Empty);
    }

    [Test]
    public async Task PauseAsync_AdminWithoutAName_WritesNoAddress()
    {
        _bench.Admin = new Customer { Id = 7, Email = "ann@example.com" };
        await Page.PauseAsync(default);
        Assert.That(_bench.Spot.Pauses.Known[PauseScope.All].Reason, Does.EndWith("by customer 7."));
    }

    [Test]
    public async Task EndAsync_LogInRefused_HasOneRowTryNow()
    {
        var scope = PauseScope.Of(_bench.Connection.Key);
        _bench.Spot.Pauses.Known[scope] = PausePolicy.AfterRefusal(null, SendingBench.Noon, PauseCause.LogIn, new PauseTrouble(scope, Guid.NewGuid(), "Refused.", "Check it.", null, "mark"))!;
        var shown = (await Page.ReadAsync(default)).Pauses.Single();
        Assert.That((shown.Title, shown.Where, shown.Reason, shown.Advice, shown.IsPersons), Is.EqualTo(("Customer Radar refuses the log-in.", "Main street", "Refused.", "Check it.", false)));
        Assert.That(shown.NextTry, Is.EqualTo(SendingBench.Noon.AddMinutes(5).ToString("g", System.Globalization.CultureInfo.CurrentCulture)));

        Assert.That(await Page.EndAsync(shown.Scope, default), Is.True);
        Assert.That((_bench.Spot.Pauses.Known[scope].ClosedUntil, (await Page.ReadAsync(default)).Pauses.Single().NextTry), Is.EqualTo((SendingBench.Noon, (string?)null)), "still there, for one row to try");
    }

    [TestCase("copy")]
    [TestCase("all")]
    [TestCase(null)]
    public async Task EndAsync_CopyOrNothingThatIsPaused_ChangesNothing(string? scope)
    {
        await _bench.LookLikeACopyAsync();
        Assert.That(await Page.EndAsync(scope, default), Is.False);
        Assert.That(_bench.Spot.Pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
    }

    [Test]
    public async Task ReadAsync_DryRun_NamesTheStore()
    {
        _bench.Connection = _bench.Connection with { DryRun = true };
        Assert.That((await Page.ReadAsync(default)).DryRunStores, Is.EqualTo(new[] { "Main street" }));
    }

    [TestCase(false, false, false, false)]
    [TestCase(true, false, true, false)]
    [TestCase(true, true, true, true)]
    public async Task ReadAsync_RuleOrDryRun_TellsWhetherAnythingIsInvited(bool hasRule, bool dryRun, bool invites, bool onlyTries)
    {
        _bench.Connection = _bench.Connection with { DryRun = dryRun };
        _bench.Rules = hasRule ? [RuleBench.Rule("order-paid")] : [RuleBench.Rule("order-paid") with { Enabled = false }];
        var page = await Page.ReadAsync(default);
        Assert.That((page.Invites, page.OnlyTries), Is.EqualTo((invites, onlyTries)));
    }

    [Test]
    public void English_EveryCauseOfAPause_HasATitle() => Assert.That(
        Enum.GetValues<PauseCause>().Select(cause => $"Plugins.Misc.CustomerRadar.Sending.{cause}").Except(PluginTexts.English.Keys), Is.Empty);
}
