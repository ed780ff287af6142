using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic.Internal;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Periodic;

internal sealed class ReconcileWorkTests
{
    private ShopUnderTest _shop = null!;

    [SetUp]
    public void SetUp() => _shop = new ShopUnderTest();

    [Test]
    public async Task RunAsync_OrdersWithoutRow_ArePlannedOldestFirst()
    {
        _shop.Paid(1, TimeSpan.FromHours(1));
        _shop.Paid(2, TimeSpan.FromDays(3));

        await _shop.Reconcile().RunAsync(default);

        Assert.That(
            _shop.Rows.Select(row => (row.Interaction.Subject, row.Interaction.Origin)),
            Is.EqualTo([(ShopUnderTest.Order(2), InteractionOrigin.Reconcile), (ShopUnderTest.Order(1), InteractionOrigin.Reconcile)]));
    }

    [Test]
    public async Task RunAsync_OrderWithRowUnderOneOfTwoRules_IsPlannedUnderTheOtherOnly()
    {
        var second = Some.Rule with { Key = RuleKey.Parse("second") };
        _shop.Rules = [Some.Rule, second];
        _shop.Paid(1, TimeSpan.FromHours(1));
        _shop.Records.Add(new PlannedInvitation(Some.Interaction with { Subject = ShopUnderTest.Order(1) }, Some.Rule.Key, Some.Connection.Key, _shop.Now));

        await _shop.Reconcile().RunAsync(default);

        Assert.That(_shop.Rows.Select(row => row.Rule), Is.EqualTo([Some.Rule.Key, second.Key]));
    }

    [Test]
    public async Task RunAsync_BeforeActiveFrom_IsNotPlanned()
    {
        _shop.Rules = [Some.Rule with { ActiveFrom = _shop.Now.AddHours(-2) }, Some.Rule with { Key = RuleKey.Parse("older"), ActiveFrom = _shop.Now.AddHours(-9) }];
        _shop.Paid(1, TimeSpan.FromHours(3));

        await _shop.Reconcile().RunAsync(default);

        Assert.That(_shop.Rows.Select(row => row.Rule.ToString()), Is.EqualTo(["older"]));
    }

    [Test]
    public async Task RunAsync_Again_BeginsTwoDaysBeforeTheMarkAndPlansNothingTwice()
    {
        _shop.Paid(1, TimeSpan.FromHours(1));
        await _shop.Reconcile().RunAsync(default);
        var first = _shop.Now;
        _shop.Time.Advance(TimeSpan.FromHours(1));

        await _shop.Reconcile().RunAsync(default);

        Assert.That((_shop.Queries[^1].From, _shop.Queries[^1].Until, _shop.Rows.Count), Is.EqualTo((first.AddDays(-2), _shop.Now, 1)));
    }

    [Test]
    public async Task RunAsync_RuleThatCannotBeReadForDays_IsCaughtUpWithOnceItCanBe()
    {
        var second = Some.Rule with { Key = RuleKey.Parse("second") };
        await _shop.Reconcile().RunAsync(default);
        _shop.Unreadable = [second.Key];
        _shop.Paid(1, TimeSpan.Zero);
        for (var day = 0; day < 4; day++)
        {
            _shop.Time.Advance(TimeSpan.FromDays(1));
            await _shop.Reconcile().RunAsync(default);
        }

        (_shop.Rules, _shop.Unreadable) = ([Some.Rule, second], []);
        await _shop.Reconcile().RunAsync(default);

        Assert.That(_shop.Rows.Select(row => row.Rule), Is.EqualTo([Some.Rule.Key, second.Key]));
    }

    [Test]
    public async Task RunAsync_CutOffOnAPage_WritesNoMarkAndGoesOnWithThatPage()
    {
        for (var order = 1; order <= 500; order++)
            _shop.Paid(order, TimeSpan.FromMinutes(1000 - order));
        _shop.WhenPlanned = row =>
        {
            if (row == 300)
                throw new TimeoutException("The database is busy.");
        };
        await _shop.Reconcile().RunAsync(default);
        var mark = ReconcileMark.Parse(_shop.Values.Values.Values.Single());
        var failed = _shop.ReconcileLog.Lines.Count(line => line.Event.Id == 2103);

        _shop.WhenPlanned = _ => { };
        await _shop.Reconcile().RunAsync(default);

        Assert.Multiple(() =>
        {
            Assert.That((failed, mark.Until), Is.EqualTo((1, (DateTimeOffset?)null)));
            Assert.That(_shop.Rows, Has.Count.EqualTo(500));
            Assert.That(ReconcileMark.Parse(_shop.Values.Values.Values.Single()), Is.EqualTo(new ReconcileMark(_shop.Now, null)));
        });
    }

    [Test]
    public async Task RunAsync_MoreThanARunTakes_GoesOnNextTimeInTheSameRange()
    {
        var orders = (ReconcileWork.PagesARun * 200) + 1;
        for (var order = 1; order <= orders; order++)
            _shop.Paid(order, TimeSpan.FromSeconds(orders + 1 - order));
        await _shop.Reconcile().RunAsync(default);
        var until = _shop.Now;
        var afterOne = _shop.Rows.Count;
        _shop.Time.Advance(TimeSpan.FromHours(1));

        await _shop.Reconcile().RunAsync(default);

        Assert.That((afterOne, _shop.Rows.Count, _shop.Queries[^1].Until), Is.EqualTo((orders - 1, orders, until)));
    }

    [Test]
    public async Task RunAsync_OneStoreFails_TheOthersAreLookedThrough()
    {
        var other = StoreKey.Parse("2");
        _shop.Stores = [Some.Store, other];
        _shop.Paid(1, TimeSpan.FromHours(1));
        _shop.Paid(2, TimeSpan.FromHours(1), other);
        _shop.WhenAsked = query =>
        {
            if (query.Store == Some.Store)
                throw new TimeoutException("The shop is busy.");
        };

        await _shop.Reconcile().RunAsync(default);

        Assert.That(
            (_shop.Rows.Single().Interaction.Store, _shop.ReconcileLog.Lines.Count(line => line.Event.Id == 2103), _shop.Values.Values.Count),
            Is.EqualTo((other, 1, 1)));
    }

    [Test]
    public void RunAsync_Stopping_IsCancelledAndWritesNoMark()
    {
        using var stopping = new CancellationTokenSource();
        _shop.WhenAsked = _ => stopping.Cancel();

        Assert.That(async () => await _shop.Reconcile().RunAsync(stopping.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_shop.Values.Values, Is.Empty);
    }

    [Test]
    public async Task RunAsync_PlatformThatCannotBeAsked_DoesNothing()
    {
        var work = new ReconcileWork(null!, null!, null!, null!, _shop.Time, _shop.ReconcileLog);
        await work.RunAsync(default);
        Assert.That(_shop.Values.Values, Is.Empty);
    }

    [Test]
    public async Task RunAsync_TriggersWithoutRule_AreNotAskedFor()
    {
        await _shop.Reconcile().RunAsync(default);
        Assert.That(_shop.Queries.Select(query => query.Trigger), Is.EqualTo([Trigger.OrderPaid]));
    }

    // Days before now; a rule's maximum age is 30 days, and a day is added for calendar days and windows.
    [TestCase(null, null, 0, 31, Description = "First start, rule without a start: as far as its maximum age.")]
    [TestCase(null, null, 14, 45, Description = "First start: maximum age and delay.")]
    [TestCase(null, 10, 0, 10, Description = "First start: since the rule is active.")]
    [TestCase(null, 90, 0, 31, Description = "First start, active for longer than the maximum age.")]
    [TestCase(1, null, 0, 3, Description = "The mark less two days.")]
    [TestCase(1, 2, 0, 2, Description = "Not before the rule's start.")]
    [TestCase(60, null, 0, 31, Description = "An old mark: not further back than the maximum age.")]
    public void From_MarkAndRule_IsSoManyDaysAgo(int? mark, int? activeFrom, int delay, int expected)
    {
        var now = _shop.Now;
        var rule = Some.Rule with { ActiveFrom = now - Days(activeFrom), Delay = new SendDelay(delay, TimeSpan.Zero) };

        Assert.That((now - ReconcileRange.From(now - Days(mark), [rule], now)).TotalDays, Is.EqualTo(expected));

        static TimeSpan? Days(int? days) => days is { } count ? TimeSpan.FromDays(count) : null;
    }

    [Test]
    public void From_SeveralRules_GoesBackAsFarAsTheOneThatGoesFurthest()
    {
        var now = _shop.Now;
        var young = Some.Rule with { ActiveFrom = now.AddDays(-1) };
        var old = Some.Rule with { MaximumAgeDays = 5 };

        Assert.That(ReconcileRange.From(null, [young, old], now), Is.EqualTo(now.AddDays(-6)));
    }

    [TestCase("1", "reconcile/OrderPaid/1")]
    [TestCase("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", null)]
    public void Name_OfAnyStore_FitsTheTables(string store, string? name)
    {
        var made = ReconcileMarks.Name(StoreKey.Parse(store), Trigger.OrderPaid);
        Assert.That(made, name is null ? Has.Length.LessThanOrEqualTo(100) : Is.EqualTo(name));
    }

    [TestCase("nonsense")]
    [TestCase("a|b|c|d")]
    [TestCase("")]
    [TestCase(null)]
    public void Mark_ThatCannotBeRead_CountsAsNone(string? text) => Assert.That(ReconcileMark.Parse(text), Is.EqualTo(ReconcileMark.None));

    [Test]
    public void Mark_WithAWalk_IsReadAsItWasWritten()
    {
        var mark = new ReconcileMark(Some.Noon, new ReconcileWalk(Some.Noon.AddDays(-2), Some.Noon.AddHours(1), "638|7"));
        Assert.That(ReconcileMark.Parse(mark.ToString()), Is.EqualTo(mark));
    }
}
