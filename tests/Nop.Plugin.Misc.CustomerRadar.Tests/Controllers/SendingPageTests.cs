using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Places;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class SendingPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Connection Connection = new()
    {
        Key = ConnectionKey.Parse("store-1"), Username = "testing", Password = new Secret("testing12345"), ClientDisplayId = ClientDisplayId.Parse("client"),
    };

    private readonly FakeTimeProvider _time = new(Noon);
    private Spot _spot = null!;
    private Connection _connection = null!;
    private Customer _admin = null!;
    private SendRule[] _rules = [];

    private SendingPage Page
    {
        get
        {
            var books = new Mock<IRuleBooks>();
            books.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => new RuleBook(_rules, new Dictionary<StoreKey, Connection> { [StoreKey.Parse("1")] = _connection }));
            var texts = new Mock<ILocalizationService>();
            texts.Setup(x => x.GetResourceAsync(It.IsAny<string>())).ReturnsAsync((string key) => PluginTexts.English[key]);
            var stores = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1, Name = "Main street" } }));
            return new SendingPage(
                _spot.Place,
                _spot.Guard,
                _spot.Pauses,
                _spot.Sending,
                books.Object,
                new StoreNames(stores),
                texts.Object,
                Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.Utc),
                Mock.Of<IWorkContext>(x => x.GetCurrentCustomerAsync() == Task.FromResult(_admin)));
        }
    }

    [SetUp]
    public void SetUp()
    {
        _spot = new Spot(_time);
        _connection = Connection;
        _rules = [];
        _admin = new Customer { Id = 7, Email = "ann@example.com", FirstName = "Ann", LastName = "Lee" };
    }

    [TearDown]
    public async Task TearDown() => await _spot.DisposeAsync();

    [Test]
    public async Task ReadAsync_NothingInTheWay_SaysSo()
    {
        var page = await Page.ReadAsync(default);
        Assert.That((page.IsCopy, page.IsPaused, page.Pauses.Count, page.DryRunStores.Count), Is.EqualTo((false, false, 0, 0)));
    }

    [Test]
    public async Task ReadAsync_Copy_ShowsThePlaceUntilConfirmed()
    {
        await _spot.Place.CheckAsync(default);
        _spot.First.Url = "https://test.example.com/";
        await _spot.Place.CheckAsync(default);

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
        Assert.That(pause.Since, Is.EqualTo(Noon.ToString("g", System.Globalization.CultureInfo.CurrentCulture)));

        Assert.That(await Page.EndAsync("all", default), Is.True);
        Assert.That(_spot.Pauses.Known, Is.Empty);
    }

    [Test]
    public async Task PauseAsync_AdminWithoutAName_WritesNoAddress()
    {
        _admin = new Customer { Id = 7, Email = "ann@example.com" };
        await Page.PauseAsync(default);
        Assert.That(_spot.Pauses.Known[PauseScope.All].Reason, Does.EndWith("by customer 7."));
    }

    [Test]
    public async Task EndAsync_LogInRefused_HasOneRowTryNow()
    {
        var scope = PauseScope.Of(_connection.Key);
        _spot.Pauses.Known[scope] = PausePolicy.AfterRefusal(null, Noon, PauseCause.LogIn, new PauseTrouble(scope, Guid.NewGuid(), "Refused.", "Check it.", null, "mark"))!;
        var shown = (await Page.ReadAsync(default)).Pauses.Single();
        Assert.That((shown.Title, shown.Where, shown.Reason, shown.Advice, shown.IsPersons), Is.EqualTo(("Customer Radar refuses the log-in.", "Main street", "Refused.", "Check it.", false)));
        Assert.That(shown.NextTry, Is.EqualTo(Noon.AddMinutes(5).ToString("g", System.Globalization.CultureInfo.CurrentCulture)));

        Assert.That(await Page.EndAsync(shown.Scope, default), Is.True);
        Assert.That((_spot.Pauses.Known[scope].ClosedUntil, (await Page.ReadAsync(default)).Pauses.Single().NextTry), Is.EqualTo((Noon, (string?)null)), "still there, for one row to try");
    }

    [TestCase("copy")]
    [TestCase("all")]
    [TestCase(null)]
    public async Task EndAsync_CopyOrNothingThatIsPaused_ChangesNothing(string? scope)
    {
        await _spot.Place.CheckAsync(default);
        _spot.First.Url = "https://test.example.com/";
        await _spot.Place.CheckAsync(default);
        Assert.That(await Page.EndAsync(scope, default), Is.False);
        Assert.That(_spot.Pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));
    }

    [Test]
    public async Task ReadAsync_DryRun_NamesTheStore()
    {
        _connection = Connection with { DryRun = true };
        Assert.That((await Page.ReadAsync(default)).DryRunStores, Is.EqualTo(new[] { "Main street" }));
    }

    [TestCase(false, false, false, false)]
    [TestCase(true, false, true, false)]
    [TestCase(true, true, true, true)]
    public async Task ReadAsync_RuleOrDryRun_TellsWhetherAnythingIsInvited(bool hasRule, bool dryRun, bool invites, bool onlyTries)
    {
        _connection = Connection with { DryRun = dryRun };
        _rules = hasRule ? [RuleBench.Rule("order-paid")] : [RuleBench.Rule("order-paid") with { Enabled = false }];
        var page = await Page.ReadAsync(default);
        Assert.That((page.Invites, page.OnlyTries), Is.EqualTo((invites, onlyTries)));
    }

    [Test]
    public void English_EveryCauseOfAPause_HasATitle() => Assert.That(
        Enum.GetValues<PauseCause>().Select(cause => $"Plugins.Misc.CustomerRadar.Sending.{cause}").Except(PluginTexts.English.Keys), Is.Empty);
}
