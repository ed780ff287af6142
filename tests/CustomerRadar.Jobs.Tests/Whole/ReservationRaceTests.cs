using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Two invitations where one is allowed, at the same moment, on two nodes.</summary>
[CancelAfter(300_000)]
public sealed class ReservationRaceTests
{
    private const int Pairs = 1000;
    private static readonly SendRule Second = Shop.Rule with { Key = RuleKey.Parse("second"), Name = "Second" };

    private World _world = null!;

    private Node Node => _world.Node;

    [SetUp]
    public async Task SetUpAsync() => _world = await World.CreateAsync();

    [TearDown]
    public async Task TearDownAsync() => await _world.DisposeAsync();

    [Test]
    public async Task OneContactUnderACap_ThousandPairs_OneAcceptedEach()
    {
        _world.Shop.Rules = [Shop.Rule with { Cap = new FrequencyCap(30) }];
        // Orders 1 and 1001 have one customer, 2 and 1002 another one, …
        _world.Shop.EmailOf = order => $"customer{order % Pairs}@example.com";
        var rows = new List<(InvitationId First, InvitationId Second)>();
        for (var order = 1; order <= Pairs; order++)
            rows.Add((await Node.PlanAsync(order), await Node.PlanAsync(order + Pairs)));

        await RaceAsync(rows);
        await ExpectOneEachAsync(rows, "The same contact was invited on ");
    }

    [Test]
    public async Task OneSubjectUnderTwoRules_ThousandPairs_OneAcceptedEach()
    {
        _world.Shop.Rules = [Shop.Rule, Second];
        var rows = new List<(InvitationId First, InvitationId Second)>();
        for (var order = 1; order <= Pairs; order++)
        {
            var ids = await Node.PlanAllAsync(order);
            rows.Add((ids[0], ids[1]));
        }

        await RaceAsync(rows);
        await ExpectOneEachAsync(rows, "Already invited by the rule ");
    }

    [Test]
    public async Task ReservationReleasedByFailure_LetsTheWaitingOneThrough()
    {
        _world.Shop.Rules = [Shop.Rule, Second];
        var ids = await Node.PlanAllAsync(1);
        _world.Sandbox.SetFault(Fault.Status(503, count: 1));
        await Node.RunJobAsync(ids[0]);
        await Node.RunJobAsync(ids[1]);
        var waiting = await Node.RowAsync(ids[1]);
        Assert.That((waiting.State, waiting.BlockedBy), Is.EqualTo((InvitationState.Pending, ids[0])));

        _world.Sandbox.SetFault(Fault.Status(400, count: 1));
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(2));
        await Node.SweepAsync();
        Assert.That((await Node.RowAsync(ids[0])).State, Is.EqualTo(InvitationState.Failed));

        await _world.MoveTimeAsync(TimeSpan.FromSeconds(31));
        await Node.SweepAsync();
        Assert.That((await Node.RowAsync(ids[1])).State, Is.EqualTo(InvitationState.Accepted), "woken at once, not an hour later");
    }

    [Test]
    public async Task UnconfirmedHoldsTheReservation_ForNobodyKnows()
    {
        _world.Shop.Rules = [Shop.Rule, Second];
        var ids = await Node.PlanAllAsync(1);
        _world.Sandbox.SetFault(Fault.Status(500, count: 1));
        await Node.RunJobAsync(ids[0]);
        await Node.RunJobAsync(ids[1]);
        Assert.That((await Node.RowAsync(ids[1])).State, Is.EqualTo(InvitationState.Skipped));
    }

    [Test]
    public async Task InAddition_InvitesForTheSameSubjectToo()
    {
        _world.Shop.Rules = [Shop.Rule, Second with { InAddition = true }];
        foreach (var id in await Node.PlanAllAsync(1))
            await Node.RunJobAsync(id);
        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CapOver_InvitesAgain()
    {
        _world.Shop.Rules = [Shop.Rule with { Cap = new FrequencyCap(30) }];
        _world.Shop.EmailOf = _ => "one@example.com";
        await Node.RunJobAsync(await Node.PlanAsync(1));
        var within = await Node.PlanAsync(2);
        await Node.RunJobAsync(within);
        Assert.That((await Node.RowAsync(within)).State, Is.EqualTo(InvitationState.Skipped));

        await _world.MoveTimeAsync(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        var after = await Node.PlanAsync(3);
        await Node.RunJobAsync(after);
        Assert.That((await Node.RowAsync(after)).State, Is.EqualTo(InvitationState.Accepted));
    }

    private async Task RaceAsync(IReadOnlyList<(InvitationId First, InvitationId Second)> rows)
    {
        var other = _world.AddNode();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (pair, _) =>
            await Task.WhenAll(Task.Run(() => Node.RunJobAsync(pair.First), CancellationToken.None), Task.Run(() => other.RunJobAsync(pair.Second), CancellationToken.None)));

        // Those that met a row that had not ended wait for it.
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(2));
        await Node.SweepAsync();
    }

    private async Task ExpectOneEachAsync(IReadOnlyList<(InvitationId First, InvitationId Second)> rows, string reason)
    {
        foreach (var pair in rows)
        {
            var both = new[] { await Node.RowAsync(pair.First), await Node.RowAsync(pair.Second) };
            Assert.That(both.Select(row => row.State), Is.EquivalentTo(new[] { InvitationState.Accepted, InvitationState.Skipped }));
            Assert.That(both.Single(row => row.State == InvitationState.Skipped).Reason, Does.StartWith(reason));
        }

        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(Pairs));
    }
}
