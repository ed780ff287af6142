using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Moq;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class InvitationPlannerTests
{
    private Mock<IOutbox> _outbox = null!;
    private Mock<IRuleBooks> _books = null!;
    private Mock<IInvitationScheduler> _scheduler = null!;

    [SetUp]
    public void SetUp()
    {
        _outbox = new Mock<IOutbox>(MockBehavior.Strict);
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

    private static PlannedInvitation Row(RuleKey rule, DateTimeOffset due) => new(Some.Interaction, rule, Some.Connection.Key, due);

    private void Given(params SendRule[] rules) => _books.Setup(x => x.Current).Returns(Some.Book(rules));

    private InvitationPlanner Planner() => new(_outbox.Object, _books.Object, _scheduler.Object);
}
