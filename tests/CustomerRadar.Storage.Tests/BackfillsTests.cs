using CustomerRadar.Core.Periodic;
using static CustomerRadar.Core.Periodic.BackfillState;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class BackfillsTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly BackfillPlan Plan = new(Some.Store, Some.Rule, Some.LongAgo, Some.LongAgo.AddDays(30), 60, 1234, "me");

    private Tables _tables = null!;

    private Backfills Backfills => _tables.Backfills;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task AddAsync_ThenFind_GivesTheSame()
    {
        var id = await Backfills.AddAsync(Plan, default);
        var other = await Backfills.AddAsync(Plan with { By = "you" }, default);

        var found = await Backfills.FindAsync(id, default);
        Assert.That((found!.Plan, found.State, found.Reason, found.Progress), Is.EqualTo((Plan, Running, (string?)null, BackfillProgress.None)));
        Assert.That((await Backfills.FindAsync(other, default))!.Plan.By, Is.EqualTo("you"));
        Assert.That(await Backfills.FindAsync(4711, default), Is.Null);
        Assert.That((await Backfills.ListAsync(1, default)).Select(backfill => backfill.Id), Is.EqualTo(new[] { other }));
        Assert.That((await Backfills.RunningAsync(default)).Select(backfill => backfill.Id), Is.EqualTo(new[] { id, other }));
    }

    [Test]
    public async Task ProgressAsync_WhatStandsIsNotWhatWasRead_WritesNothing()
    {
        var id = await Backfills.AddAsync(Plan, default);
        var first = new BackfillProgress("page-2", 200, 150, 50, Some.LongAgo);
        Assert.That(await Backfills.ProgressAsync(id, BackfillProgress.None, first, default), Is.True);
        Assert.That(await Backfills.ProgressAsync(id, BackfillProgress.None, first with { Seen = 7 }, default), Is.False);
        Assert.That((await Backfills.FindAsync(id, default))!.Progress, Is.EqualTo(first));
        Assert.That(await Backfills.ProgressAsync(id, first, first with { Cursor = null, NextDueAt = null }, default), Is.True);
    }

    [Test]
    public async Task ProgressAsync_SixteenNodesAtOnce_OneIsTheFastest()
    {
        var id = await Backfills.AddAsync(Plan, default);
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(
            () => Backfills.ProgressAsync(id, BackfillProgress.None, new BackfillProgress("next", i, 0, 0, null), default))));
        Assert.That(results.Count(isWritten => isWritten), Is.EqualTo(1));
    }

    [TestCase(Running, "Stopped, Done, Failed")]
    [TestCase(Stopped, "Running")]
    [TestCase(Failed, "Running")]
    [TestCase(Done, "")]
    public async Task SetStateAsync_FromEachState_WhatFollows(BackfillState from, string allowed)
    {
        var done = new List<BackfillState>();
        foreach (var to in Enum.GetValues<BackfillState>())
        {
            var id = await Backfills.AddAsync(Plan, default);
            if (from != Running)
                await Backfills.SetStateAsync(id, from, "So it was.", default);
            if (await Backfills.SetStateAsync(id, to, "So it is.", default))
                done.Add(to);
            Assert.That((await Backfills.FindAsync(id, default))!.State, Is.EqualTo(done.Contains(to) ? to : from));
        }

        Assert.That(string.Join(", ", done), Is.EqualTo(allowed));
    }

    [Test]
    public async Task SetStateAsync_Stopped_KeepsItsPlaceAndTakesNoProgress()
    {
        var id = await Backfills.AddAsync(Plan, default);
        var place = new BackfillProgress("page-2", 200, 150, 50, null);
        await Backfills.ProgressAsync(id, BackfillProgress.None, place, default);
        await Backfills.SetStateAsync(id, Stopped, "Enough for today.", default);

        Assert.That(await Backfills.ProgressAsync(id, place, place with { Seen = 400 }, default), Is.False);
        Assert.That(await Backfills.RunningAsync(default), Is.Empty);
        var stopped = await Backfills.FindAsync(id, default);
        Assert.That((stopped!.Progress, stopped.Reason), Is.EqualTo((place, "Enough for today.")));
        Assert.That(await Backfills.SetStateAsync(4711, Stopped, null, default), Is.False);
    }
}
