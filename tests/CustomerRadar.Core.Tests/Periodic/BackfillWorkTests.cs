using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Periodic.Internal;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Periodic;

internal sealed class BackfillWorkTests
{
    private ShopUnderTest _shop = null!;

    [SetUp]
    public void SetUp() => _shop = new ShopUnderTest();

    [Test]
    public async Task RunAsync_Orders_ArePlannedNewestFirstUnderTheChosenRuleOnlyWhateverItsStart()
    {
        _shop.Rules = [Some.Rule with { ActiveFrom = _shop.Now }, Some.Rule with { Key = RuleKey.Parse("second") }];
        Orders(3);
        await StartAsync(3600);

        await _shop.Backfill().RunAsync(default);

        Assert.Multiple(() =>
        {
            Assert.That(_shop.Rows.Select(row => row.Interaction.Subject), Is.EqualTo([ShopUnderTest.Order(1), ShopUnderTest.Order(2), ShopUnderTest.Order(3)]));
            Assert.That(_shop.Rows, Has.All.Property("Rule").EqualTo(Some.Rule.Key));
            Assert.That(_shop.Rows.Select(row => row.Interaction.Origin), Has.All.EqualTo(InteractionOrigin.Backfill));
            Assert.That(_shop.Backfills.Newest, Has.Property("State").EqualTo(BackfillState.Done));
        });
    }

    [Test]
    public async Task RunAsync_PerHour_SpreadsTheDueTimesOverRunsAndLosesNone()
    {
        Orders(130);
        await StartAsync(60);

        for (var minute = 0; minute < 125; minute++)
        {
            await _shop.Backfill().RunAsync(default);
            Assert.That(_shop.Rows, Has.All.Property("DueAt").LessThanOrEqualTo(_shop.Now + BackfillThrottle.Ahead), "only a little is planned ahead");
            _shop.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var due = _shop.Rows.Select(row => row.DueAt).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(due, Has.Count.EqualTo(130));
            Assert.That(due[0], Is.EqualTo(Some.Noon));
            Assert.That(due.Zip(due.Skip(1), (one, next) => (next - one).TotalSeconds), Has.All.InRange(60.0, 60.01));
            Assert.That(_shop.Backfills.Newest.Progress, Has.Property("Planned").EqualTo(130).And.Property("Seen").EqualTo(130));
            Assert.That(_shop.Backfills.Newest.State, Is.EqualTo(BackfillState.Done));
        });
    }

    [Test]
    public async Task RunAsync_AfterALongStandstill_PlansNothingInThePast()
    {
        Orders(30);
        await StartAsync(60);
        await _shop.Backfill().RunAsync(default);
        var before = _shop.Rows.Count;
        _shop.Time.Advance(TimeSpan.FromHours(5));

        await _shop.Backfill().RunAsync(default);

        Assert.That(_shop.Rows.Skip(before), Is.Not.Empty.And.All.Property("DueAt").GreaterThanOrEqualTo(_shop.Now));
    }

    [Test]
    public async Task RunAsync_RuleThatWaits_KeepsItsOwnLaterDueTimeWhichTakesNoPlace()
    {
        _shop.Rules = [Some.Rule with { Delay = new SendDelay(1, TimeSpan.Zero) }];
        _shop.Paid(1, TimeSpan.FromHours(2));
        _shop.Paid(2, TimeSpan.FromDays(9));
        await StartAsync(60);

        await _shop.Backfill().RunAsync(default);

        Assert.That(_shop.Rows.Select(row => row.DueAt), Is.EqualTo([Some.Noon.AddHours(22), Some.Noon]));
    }

    [Test]
    public async Task RunAsync_Window_MovesTheDueTimesAndWaitsForIt()
    {
        // It is noon; the window opens at two.
        _shop.Rules = [Some.Rule with { Window = new SendWindow(Enum.GetValues<DayOfWeek>().ToHashSet(), new TimeOnly(14, 0), new TimeOnly(16, 0)) }];
        Orders(3);
        await StartAsync(60);

        await _shop.Backfill().RunAsync(default);
        var atOnce = _shop.Rows.Select(row => row.DueAt).ToList();
        _shop.Time.Advance(TimeSpan.FromHours(2));
        await _shop.Backfill().RunAsync(default);

        Assert.That(atOnce, Has.Count.InRange(1, 3).And.All.GreaterThanOrEqualTo(Some.Noon.AddHours(2)));
        Assert.That(_shop.Rows, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task RunAsync_SubjectsInvitedByAnyRule_ArePassedOver()
    {
        Orders(3);
        _shop.Records.Add(Row(1, "other-rule"));
        _shop.Records.Add(Row(2, "other-rule"));
        _shop.Records.NotInvited.Add(ShopUnderTest.Order(2));
        _shop.Records.Add(Row(3, Some.Rule.Key.ToString()));
        _shop.Records.NotInvited.Add(ShopUnderTest.Order(3));
        await StartAsync(3600);

        await _shop.Backfill().RunAsync(default);

        Assert.Multiple(() =>
        {
            Assert.That(_shop.Rows.Where(row => row.Interaction.Origin == InteractionOrigin.Backfill).Select(row => row.Interaction.Subject), Is.EqualTo([ShopUnderTest.Order(2)]));
            Assert.That(_shop.Backfills.Newest.Progress, Has.Property("Seen").EqualTo(3).And.Property("Planned").EqualTo(1).And.Property("Invited").EqualTo(2));
        });
    }

    [Test]
    public async Task RunAsync_AnotherNodeWasFaster_CountsNothing()
    {
        Orders(5);
        await StartAsync(3600);
        _shop.Backfills.BeforeProgress = () =>
        {
            _shop.Backfills.BeforeProgress = () => { };
            _ = _shop.Backfills.ProgressAsync(1, BackfillProgress.None, new BackfillProgress("5", 5, 5, 0, null), default);
        };

        await _shop.Backfill().RunAsync(default);

        Assert.That(_shop.Backfills.Newest.Progress, Is.EqualTo(new BackfillProgress("5", 5, 5, 0, null)));
        Assert.That(_shop.Rows, Has.Count.EqualTo(5));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(10)]
    public async Task RunAsync_CrashAnywhere_GoesOnWithoutDuplicatesAndWithoutLoss(int crashAt)
    {
        Orders(10);
        await StartAsync(3600);
        _shop.WhenPlanned = row =>
        {
            if (row == crashAt)
                throw new TimeoutException("The database is away.");
        };
        await _shop.Backfill().RunAsync(default);
        _shop.WhenPlanned = _ => { };

        await _shop.Backfill().RunAsync(default);

        Assert.Multiple(() =>
        {
            Assert.That(_shop.Rows.Select(row => row.Interaction.Subject).Distinct(), Has.Exactly(10).Items);
            Assert.That(_shop.BackfillLog.Lines.Count(line => line.Event.Id == 2113), Is.EqualTo(1));
            Assert.That(_shop.Backfills.Newest, Has.Property("State").EqualTo(BackfillState.Done));
            Assert.That(_shop.Backfills.Newest.Progress.Seen, Is.EqualTo(10));
        });
    }

    [Test]
    public async Task RunAsync_CrashBetweenLastPageAndDone_DoesNotBeginAgain()
    {
        Orders(2);
        await StartAsync(3600);
        await _shop.Backfills.ProgressAsync(1, BackfillProgress.None, new BackfillProgress(BackfillWork.End, 2, 2, 0, null), default);

        await _shop.Backfill().RunAsync(default);

        Assert.That((_shop.Queries.Count, _shop.Backfills.Newest.State, _shop.Backfills.Newest.Progress.Seen), Is.EqualTo((0, BackfillState.Done, 2)));
    }

    [Test]
    public async Task RunAsync_StoppedMeanwhile_EndsAndGoesOnWhenResumed()
    {
        Orders(20);
        await StartAsync(60);
        await _shop.Backfill().RunAsync(default);
        await Service().StopAsync(1, "an operator", default);
        var rows = _shop.Rows.Count;
        _shop.Time.Advance(TimeSpan.FromHours(1));
        await _shop.Backfill().RunAsync(default);
        var whileStopped = _shop.Rows.Count;

        var resumed = await Service().ResumeAsync(1, default);
        await _shop.Backfill().RunAsync(default);

        Assert.That((whileStopped, resumed, _shop.Rows.Count), Is.EqualTo((rows, true, 20)));
    }

    [Test]
    public async Task RunAsync_RuleCannotServe_FailsWithTheReason()
    {
        (IReadOnlyList<SendRule> Rules, IReadOnlyList<StoreKey> Stores, string Reason)[] cases =
        [
            ([], [Some.Store], "The send rule was deleted."),
            ([Some.Rule with { Enabled = false }], [Some.Store], "The send rule \"After payment\" is switched off."),
            ([Some.Rule with { Store = StoreKey.Parse("2") }], [Some.Store], "The send rule \"After payment\" does not serve the store 1."),
            ([Some.Rule], [], "The store 1 has no connection to Customer Radar."),
        ];
        foreach (var (rules, stores, reason) in cases)
        {
            SetUp();
            Orders(1);
            await StartAsync(60);
            (_shop.Rules, _shop.Stores) = (rules, stores);

            await _shop.Backfill().RunAsync(default);

            Assert.That((_shop.Backfills.Newest.State, _shop.Backfills.Newest.Reason), Is.EqualTo((BackfillState.Failed, reason)));
            Assert.That(_shop.Rows, Is.Empty);
        }
    }

    [Test]
    public async Task Estimate_ARange_CountsItAndShowsTheNewest()
    {
        Orders(30);
        _shop.Records.Add(Row(2, "other-rule"));

        var estimate = await Service().EstimateAsync(Request(), default);

        Assert.Multiple(() =>
        {
            Assert.That((estimate.Count, estimate.Sample.Count, estimate.Problems.Count), Is.EqualTo((30, Backfills.SampleSize, 0)));
            Assert.That(estimate.Sample[0].Interaction.Subject, Is.EqualTo(ShopUnderTest.Order(1)));
            Assert.That(estimate.Sample.Where(sample => sample.IsInvited).Select(sample => sample.Interaction.Subject), Is.EqualTo([ShopUnderTest.Order(2)]));
            Assert.That(_shop.Rows, Has.Count.EqualTo(1), "it starts nothing");
        });
    }

    [Test]
    public async Task Start_WhatCannotBe_SaysWhy()
    {
        (BackfillRequest Request, string Member, string Problem)[] cases =
        [
            (Request() with { Rule = RuleKey.Parse("gone") }, "Rule", "The send rule was deleted."),
            (Request() with { From = _shop.Now.AddHours(1), Until = _shop.Now.AddHours(2) }, "From", "The range is empty"),
            (Request() with { PerHour = 0 }, "PerHour", "At most 0 an hour"),
            (Request() with { PerHour = 3601 }, "PerHour", "At most 3601 an hour"),
        ];
        foreach (var (request, member, problem) in cases)
        {
            var start = await Service().StartAsync(request, "an operator", default);
            Assert.That((start.Id, start.Problems.Single().Member), Is.EqualTo(((long?)null, member)));
            Assert.That(start.Problems.Single().What, Does.StartWith(problem));
        }

        var unasked = new Backfills(_shop.Backfills, _shop.Records, _shop.Books, _shop.Time, source: null);
        Assert.That((await unasked.StartAsync(Request(), "an operator", default)).Problems.Single().What, Does.Contain("cannot be asked"));
    }

    [Test]
    public async Task Start_RangeThatEndsAhead_EndsNow()
    {
        Orders(3);

        await Service().StartAsync(Request() with { Until = _shop.Now.AddDays(9) }, "an operator", default);

        Assert.That((_shop.Backfills.Newest.Plan.Until, _shop.Backfills.Newest.Plan.Expected), Is.EqualTo((_shop.Now, 3)));
    }

    // Order 1 is the newest.
    private void Orders(int count)
    {
        for (var order = 1; order <= count; order++)
            _shop.Paid(order, TimeSpan.FromHours(order));
    }

    private Backfills Service() => new(_shop.Backfills, _shop.Records, _shop.Books, _shop.Time, _shop);

    private BackfillRequest Request() => new(Some.Store, Some.Rule.Key, _shop.Now.AddDays(-300), _shop.Now);

    private async Task StartAsync(int perHour) =>
        Assert.That((await Service().StartAsync(Request() with { PerHour = perHour }, "an operator", default)).Problems, Is.Empty);

    private PlannedInvitation Row(int order, string rule) =>
        new(Some.Interaction with { Subject = ShopUnderTest.Order(order) }, RuleKey.Parse(rule), Some.Connection.Key, _shop.Now);
}
