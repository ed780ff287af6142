using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Periodic.Internal;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using CustomerRadar.Testing;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CustomerRadar.Core.Tests.Periodic;

/// <summary>A shop with orders, its rules, and the outbox as far as periodic work touches it.</summary>
internal sealed class ShopUnderTest : IInteractionSource
{
    private readonly List<(StoreKey Store, DateTimeOffset At, SubjectKey Subject)> _orders = [];

    public ShopUnderTest()
    {
        Time = new FakeTimeProvider(Some.Noon);
        Rules = [Some.Rule];
        Stores = [Some.Store];
        var books = new Mock<IRuleBooks>();
        books.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => Book);
        Books = books.Object;
        var outbox = new Mock<IOutbox>(MockBehavior.Strict);
        outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((PlannedInvitation planned, CancellationToken _) => Add(planned));
        Planner = new InvitationPlanner(outbox.Object, Mock.Of<IInvitationCommands>(), Books, Mock.Of<IInvitationScheduler>());
    }

    public FakeTimeProvider Time { get; }

    public IReadOnlyList<SendRule> Rules { get; set; }

    public IReadOnlyList<RuleKey> Unreadable { get; set; } = [];

    public IReadOnlyList<StoreKey> Stores { get; set; }

    public IRuleBooks Books { get; }

    public InvitationPlanner Planner { get; }

    public MemoryRecords Records { get; } = new();

    public MemoryValues Values { get; } = new();

    public MemoryBackfills Backfills { get; } = new();

    public RecordingLogger<ReconcileWork> ReconcileLog { get; } = new();

    public RecordingLogger<BackfillWork> BackfillLog { get; } = new();

    /// <summary>Every query in order.</summary>
    public List<InteractionQuery> Queries { get; } = [];

    /// <summary>What the platform does before it answers.</summary>
    public Action<InteractionQuery> WhenAsked { get; set; } = _ => { };

    /// <summary>What the database does before a row is written; the row's number.</summary>
    public Action<int> WhenPlanned { get; set; } = _ => { };

    public RuleBook Book => new(Rules, Stores.ToDictionary(store => store, _ => Some.Connection), Unreadable);

    public IReadOnlyList<PlannedInvitation> Rows => Records.Rows;

    public DateTimeOffset Now => Time.GetUtcNow();

    public static SubjectKey Order(int number) => SubjectKey.Parse($"order:{number}");

    /// <summary>An order that was paid so long ago.</summary>
    public void Paid(int number, TimeSpan ago, StoreKey? store = null) => _orders.Add((store ?? Some.Store, Now - ago, Order(number)));

    public ReconcileWork Reconcile() => new(Books, Records, new ReconcileMarks(Values), Planner, Time, ReconcileLog, this);

    public BackfillWork Backfill() => new(Backfills, Records, Books, Planner, Time, BackfillLog, this);

    public Task<InteractionPage> ReadAsync(InteractionQuery query, CancellationToken cancellationToken)
    {
        Queries.Add(query);
        WhenAsked(query);
        cancellationToken.ThrowIfCancellationRequested();
        var found = Find(query).ToList();
        var skip = query.Cursor is { } cursor ? int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var page = found.Skip(skip).Take(query.Size).ToList();
        var next = skip + page.Count < found.Count ? $"{skip + page.Count}" : null;
        return Task.FromResult(new InteractionPage(page, next));
    }

    public Task<int> CountAsync(InteractionQuery query, CancellationToken cancellationToken) => Task.FromResult(Find(query).Count());

    private IEnumerable<Interaction> Find(InteractionQuery query)
    {
        var found = _orders.Where(order => order.Store == query.Store && query.Trigger == Trigger.OrderPaid && order.At >= query.From && order.At < query.Until)
            .Select(order => new Interaction(order.Store, query.Trigger, order.Subject, order.At, query.Origin));
        return query.NewestFirst ? found.OrderByDescending(interaction => interaction.OccurredAt) : found.OrderBy(interaction => interaction.OccurredAt);
    }

    private PlanResult Add(PlannedInvitation planned)
    {
        WhenPlanned(Rows.Count + 1);
        return Records.Add(planned) ? new PlanResult(new InvitationId(Rows.Count), planned) : new PlanResult(null, planned);
    }
}
