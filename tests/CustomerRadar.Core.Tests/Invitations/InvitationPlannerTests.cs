using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Moq;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class InvitationPlannerTests
{
    private Mock<IOutbox> _outbox = null!;
    private Mock<IInvitationCommands> _commands = null!;
    private Mock<IRuleBooks> _books = null!;
    private Mock<IInvitationScheduler> _scheduler = null!;

    [SetUp]
    public void SetUp()
    {
        _outbox = new Mock<IOutbox>(MockBehavior.Strict);
        _commands = new Mock<IInvitationCommands>(MockBehavior.Strict);
        _books = new Mock<IRuleBooks>(MockBehavior.Strict);
        _scheduler = new Mock<IInvitationScheduler>(MockBehavior.Strict);
    }

    [Test]
    public async Task PlanAsync_MatchingRule_WritesARowAndAsksForAJobAtItsDueTime()
    {
        var due = Some.Noon.AddHours(2);
        Given(Some.Rule with { Delay = SendDelay.Of(TimeSpan.FromHours(2)) });
        _outbox.Setup(x => x.AddAsync(Row(Some.Rule.Key, due), default)).ReturnsAsync((PlannedInvitation row, CancellationToken _) => new PlanResult(new InvitationId(9), row));
        _scheduler.Setup(x => x.Schedule(new InvitationId(9), due));

        var results = await Planner().PlanAsync(Some.Interaction, default);

        Assert.That(results.Single().Id, Is.EqualTo(new InvitationId(9)));
        _scheduler.VerifyAll();
    }

    [Test]
    public async Task PlanAsync_RowIsThere_AsksForNoJob()
    {
        Given(Some.Rule);
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), default)).ReturnsAsync((PlannedInvitation row, CancellationToken _) => new PlanResult(null, row));

        var results = await Planner().PlanAsync(Some.Interaction, default);

        Assert.That(results.Single().IsNew, Is.False);
    }

    [Test]
    public async Task PlanAsync_NoRuleMatches_DoesNoInputOrOutput()
    {
        Given(Some.Rule with { Trigger = Trigger.OrderPlaced });
        Assert.That(await Planner().PlanAsync(Some.Interaction, default), Is.Empty);
    }

    [TestCase(InteractionOrigin.Event, 0)]
    [TestCase(InteractionOrigin.Reconcile, 0)]
    [TestCase(InteractionOrigin.Backfill, 1)]
    [TestCase(InteractionOrigin.Import, 1)]
    [TestCase(InteractionOrigin.Manual, 1)]
    public async Task PlanAsync_BeforeActiveFrom_PlansOnlyWhatWasAskedFor(InteractionOrigin origin, int rows)
    {
        Given(Some.Rule with { ActiveFrom = Some.Noon.AddSeconds(1) });
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), default)).ReturnsAsync((PlannedInvitation row, CancellationToken _) => new PlanResult(null, row));

        Assert.That(await Planner().PlanAsync(Some.Interaction with { Origin = origin }, default), Has.Count.EqualTo(rows));
    }

    [TestCase(null, RentalPick.Order, 1)]
    [TestCase(null, RentalPick.Item, 1)]
    [TestCase(RentalPick.Order, RentalPick.Order, 1)]
    [TestCase(RentalPick.Order, RentalPick.Item, 0)]
    [TestCase(RentalPick.Item, RentalPick.Order, 0)]
    [TestCase(RentalPick.Item, RentalPick.Item, 1)]
    public async Task PlanAsync_Rental_IsPlannedByTheRulesItIsMeantFor(RentalPick? meantFor, RentalPick rule, int rows)
    {
        Given(Some.Rule with { Rental = rule });
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), default)).ReturnsAsync((PlannedInvitation row, CancellationToken _) => new PlanResult(null, row));
        Assert.That(await Planner().PlanAsync(Some.Interaction with { Rental = meantFor }, default), Has.Count.EqualTo(rows));
    }

    [Test]
    public async Task PlanAsync_BeforeTheFirstBook_ReadsIt()
    {
        _books.Setup(x => x.Current).Returns((RuleBook?)null);
        _books.Setup(x => x.ReadAsync(default)).ReturnsAsync(Some.Book());

        Assert.That(await Planner().PlanAsync(Some.Interaction, default), Is.Empty);
        _books.Verify(x => x.ReadAsync(default), Times.Once);
    }

    [Test]
    public async Task UpdateAsync_NewSubject_IsPlannedAndNothingElse()
    {
        Given(Some.Rule);
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), default)).ReturnsAsync((PlannedInvitation row, CancellationToken _) => new PlanResult(new InvitationId(9), row));
        _scheduler.Setup(x => x.Schedule(new InvitationId(9), Some.Noon));
        _commands.Setup(x => x.ReviveAsync(Some.Store, Some.Interaction.Subject, It.IsAny<string>(), "webhook", default)).ReturnsAsync([]);

        var update = await Planner().UpdateAsync(Some.Interaction, "webhook", default);
        Assert.That((update.Results.Count, update.Moved, update.Revived), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public async Task UpdateAsync_KnownSubject_RevivesItsRowsThenMovesThem()
    {
        Given(Some.Rule with { Delay = SendDelay.Of(TimeSpan.FromHours(2)) });
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), default)).ReturnsAsync((PlannedInvitation row, CancellationToken _) => new PlanResult(null, row));
        var inOrder = new MockSequence();
        _commands.InSequence(inOrder).Setup(x => x.ReviveAsync(Some.Store, Some.Interaction.Subject, It.IsAny<string>(), "webhook", default)).ReturnsAsync([new InvitationId(9)]);
        _commands.InSequence(inOrder).Setup(x => x.MoveAsync(Row(Some.Rule.Key, Some.Noon.AddHours(2)), "webhook", default)).ReturnsAsync(new InvitationId(8));
        _scheduler.Setup(x => x.Schedule(new InvitationId(9), DateTimeOffset.MinValue));
        _scheduler.Setup(x => x.Schedule(new InvitationId(8), Some.Noon.AddHours(2)));

        var update = await Planner().UpdateAsync(Some.Interaction, "webhook", default);
        Assert.That((update.Moved, update.Revived), Is.EqualTo((1, 1)));
        _scheduler.VerifyAll();
    }

    [Test]
    public async Task UpdateAsync_NoRuleMatchesAnyMore_StillRevivesItsRows()
    {
        Given();
        _commands.Setup(x => x.ReviveAsync(Some.Store, Some.Interaction.Subject, It.IsAny<string>(), "webhook", default)).ReturnsAsync([new InvitationId(9)]);
        _scheduler.Setup(x => x.Schedule(new InvitationId(9), DateTimeOffset.MinValue));

        var update = await Planner().UpdateAsync(Some.Interaction, "webhook", default);
        Assert.That((update.Results.Count, update.Moved, update.Revived), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public async Task ReplanAsync_GivesEveryWaitingRowTheNewDueTime_PageByPage()
    {
        var rule = Some.Rule with { Delay = SendDelay.Of(TimeSpan.FromHours(3)) };
        _books.Setup(x => x.ReadAsync(default)).ReturnsAsync(Some.Book(rule));
        var rows = Enumerable.Range(1, 201).Select(Waiting).ToList();
        _commands.Setup(x => x.WaitingAsync(rule.Key, It.IsAny<InvitationId>(), It.IsAny<int>(), default))
            .ReturnsAsync((RuleKey _, InvitationId after, int atMost, CancellationToken _) => [.. rows.Where(row => row.Id.Value > after.Value).Take(atMost)]);
        _commands.Setup(x => x.MoveAsync(Row(rule.Key, Some.Noon.AddHours(3)), "admin", default)).ReturnsAsync((PlannedInvitation _, string _, CancellationToken _) => new InvitationId(1));
        _scheduler.Setup(x => x.Schedule(new InvitationId(1), Some.Noon.AddHours(3)));

        Assert.That(await Planner().ReplanAsync(rule.Key, "admin", default), Is.EqualTo(201));
    }

    [Test]
    public async Task ReplanAsync_RowOfABackfill_IsNotDueBeforeItsTurn()
    {
        var rule = Some.Rule with { Delay = SendDelay.Of(TimeSpan.FromHours(3)) };
        _books.Setup(x => x.ReadAsync(default)).ReturnsAsync(Some.Book(rule));
        var turn = Some.Noon.AddDays(20);
        var row = Waiting(1) with { Interaction = Some.Interaction with { Origin = InteractionOrigin.Backfill }, FirstDueAt = turn };
        _commands.Setup(x => x.WaitingAsync(rule.Key, It.IsAny<InvitationId>(), It.IsAny<int>(), default)).ReturnsAsync([row]);
        _commands.Setup(x => x.MoveAsync(It.Is<PlannedInvitation>(moved => moved.DueAt == turn), "admin", default)).ReturnsAsync((InvitationId?)null);

        Assert.That(await Planner().ReplanAsync(rule.Key, "admin", default), Is.Zero);
        _commands.VerifyAll();
    }

    private static InvitationRow Waiting(int id) => new()
    {
        Id = new InvitationId(id),
        Interaction = Some.Interaction,
        Rule = Some.Rule.Key,
        Connection = Some.Connection.Key,
        State = InvitationState.Pending,
        CreatedAt = Some.Noon,
        DueAt = Some.Noon,
        ChangedAt = Some.Noon,
        Attempts = 0,
    };

    private static PlannedInvitation Row(RuleKey rule, DateTimeOffset due) => new(Some.Interaction, rule, Some.Connection.Key, due);

    private void Given(params SendRule[] rules) => _books.Setup(x => x.Current).Returns(Some.Book(rules));

    private InvitationPlanner Planner() => new(_outbox.Object, _commands.Object, _books.Object, _scheduler.Object);
}
