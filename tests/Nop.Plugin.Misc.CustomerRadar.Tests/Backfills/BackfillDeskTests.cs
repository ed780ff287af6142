using CustomerRadar.Core;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Stores;
using CoreBackfills = CustomerRadar.Core.Periodic.Backfills;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Backfills;

public sealed class BackfillDeskTests
{
    private static readonly StoreKey One = StoreKey.Parse("1");
    private static readonly SendRule Paid = RuleBench.Rule("order-paid");
    private static readonly BackfillModel Right = new() { Rule = "1 order-paid", From = "2026-02-01", Until = "2026-02-28", PerHour = "60" };

    private readonly Mock<IBackfills> _backfills = new(MockBehavior.Strict);
    private readonly Mock<IInteractionSource> _source = new(MockBehavior.Strict);
    private readonly Mock<IInvitationRecords> _records = new(MockBehavior.Strict);
    private readonly Mock<IJobServer> _jobs = new(MockBehavior.Strict);
    private SendRule[] _rules = [Paid];

    [SetUp]
    public void SetUp()
    {
        foreach (var mock in new Mock[] { _backfills, _source, _records, _jobs })
            mock.Reset();
        _rules = [Paid];
        _source.Setup(x => x.CountAsync(It.IsAny<InteractionQuery>(), default)).ReturnsAsync(2);
        _source.Setup(x => x.ReadAsync(It.IsAny<InteractionQuery>(), default)).ReturnsAsync(new InteractionPage([Found(123), Found(7)], null));
        _records.Setup(x => x.InvitedAsync(It.IsAny<ConnectionKey>(), It.IsAny<IReadOnlyCollection<SubjectKey>>(), default)).ReturnsAsync(new HashSet<SubjectKey> { SubjectKey.Parse("order:7") });
        _backfills.Setup(x => x.AddAsync(It.IsAny<BackfillPlan>(), default)).ReturnsAsync(5);
        _jobs.Setup(x => x.RunSoonAsync("backfill", default)).ReturnsAsync(true);
    }

    [Test]
    public async Task Choices_AreRulesThatInvite_WithTheStoresThatTheyServe()
    {
        _rules =
        [
            Paid,
            RuleBench.Rule("off") with { Enabled = false },
            RuleBench.Rule("two", store: 2) with { Name = "Another" },
            RuleBench.Rule("client") with { Client = ClientDisplayId.Parse("nobody") },
        ];
        var choices = await Desk().ChoicesAsync(default);
        Assert.That(choices, Is.EqualTo(new[] { new BackfillChoice("2 two", "Another", "Two"), new BackfillChoice("1 order-paid", "order-paid", "One") }));
    }

    [Test]
    public async Task Count_ShowsOrderNumbersInTheZoneOfTheStore_AndStartsNothing()
    {
        var answer = await Desk().CountAsync(Right, default);
        Assert.That((answer.Faults.Count, answer.Count, answer.Counted), Is.EqualTo((0, 2, Right.Fields)));
        Assert.That(answer.Sample, Is.EqualTo(new[]
        {
            new BackfillSampleRow("NUMBER-123", new DateTimeOffset(2026, 2, 11, 1, 0, 0, TimeSpan.FromHours(13)), IsInvited: false),
            new BackfillSampleRow("order:7", new DateTimeOffset(2026, 2, 11, 1, 0, 0, TimeSpan.FromHours(13)), IsInvited: true),
        }));
        _backfills.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Start_AsItWasCounted_StartsSoon()
    {
        var answer = await Desk().StartAsync(Right with { Counted = Right.Fields }, default);
        Assert.That((answer.IsStarted, answer.IsOutdated), Is.EqualTo((true, false)));
        _backfills.Verify(x => x.AddAsync(It.Is<BackfillPlan>(plan => plan.Rule == Paid.Key && plan.Store == One && plan.Expected == 2 && plan.PerHour == 60), default));
        _jobs.Verify(x => x.RunSoonAsync("backfill", default));
    }

    [TestCase(null)]
    [TestCase("1 order-paid|2025-02-01|2026-02-28|60")]
    public async Task Start_OtherFieldsThanCounted_CountsAnewAndStartsNothing(string? counted)
    {
        var answer = await Desk().StartAsync(Right with { Counted = counted }, default);
        Assert.That((answer.IsStarted, answer.IsOutdated, answer.Count), Is.EqualTo((false, true, 2)));
        _backfills.VerifyNoOtherCalls();
    }

    [TestCase("0", "PerHour")]
    [TestCase("3601", "PerHour")]
    public async Task Start_CoreObjects_NamesTheField(string perHour, string field)
    {
        var model = Right with { PerHour = perHour };
        var answer = await Desk().StartAsync(model with { Counted = model.Fields }, default);
        Assert.That((answer.IsStarted, answer.Faults.Single().Field), Is.EqualTo((false, field)));
        _backfills.VerifyNoOtherCalls();
        _jobs.VerifyNoOtherCalls();
    }

    [Test]
    public async Task List_NamesRuleStoreAndDays_AlsoOfARuleThatIsGone()
    {
        var plan = new BackfillPlan(One, Paid.Key, new DateTimeOffset(2026, 1, 31, 11, 0, 0, default), new DateTimeOffset(2026, 2, 28, 11, 0, 0, default), 60, 9, "x");
        Backfill Stored(RuleKey rule) => new(1, plan with { Rule = rule }, BackfillState.Running, null, BackfillProgress.None, RuleBench.Now, RuleBench.Now);
        _backfills.Setup(x => x.ListAsync(It.IsAny<int>(), default)).ReturnsAsync([Stored(Paid.Key), Stored(RuleKey.Parse("gone"))]);
        var rows = await Desk().ListAsync(default);
        Assert.That(rows.Select(row => (row.Rule, row.Store, row.From, row.Until)), Is.EqualTo(new[]
        {
            ("order-paid", "One", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)), ("gone", "One", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)),
        }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task GoOn_OnlyWhatWasStopped_BeginsSoon(bool wasStopped)
    {
        _backfills.Setup(x => x.SetStateAsync(5, BackfillState.Running, null, default)).ReturnsAsync(wasStopped);
        await Desk().GoOnAsync(5, default);
        _jobs.Verify(x => x.RunSoonAsync("backfill", default), Times.Exactly(wasStopped ? 1 : 0));
    }

    private static Interaction Found(int order) =>
        new(One, Trigger.OrderPaid, SubjectKey.Parse($"order:{order}"), new DateTimeOffset(2026, 2, 10, 12, 0, 0, default), InteractionOrigin.Backfill);

    private static Connection Connected(int store) => new()
    {
        Key = ConnectionKey.Parse($"store-{store}"),
        Username = "u",
        Password = new Secret("p"),
        ClientDisplayId = ClientDisplayId.Parse("c"),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"),
    };

    private BackfillDesk Desk()
    {
        var book = new RuleBook(_rules, new Dictionary<StoreKey, Connection> { [One] = Connected(1), [StoreKey.Parse("2")] = Connected(2) });
        var books = Mock.Of<IRuleBooks>(x => x.ReadAsync(It.IsAny<CancellationToken>()) == Task.FromResult(book));
        var shop = new Shop();
        shop.Order.CustomOrderNumber = "NUMBER-123";
        var tables = new StoreTables(new ServiceCollection().AddSingleton(shop).AddSingleton(typeof(IRepository<>), typeof(FakeTable<>)).BuildServiceProvider());
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(RuleBench.Now)).AddSingleton(_backfills.Object).AddSingleton(_source.Object).AddSingleton(_records.Object).AddSingleton(books);
        services.AddCustomerRadarCore();
        var stores = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1, Name = "One" }, new() { Id = 2, Name = "Two" } }));
        return new BackfillDesk(services.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<CoreBackfills>(), books, new StoreNames(stores), tables, _jobs.Object);
    }
}
