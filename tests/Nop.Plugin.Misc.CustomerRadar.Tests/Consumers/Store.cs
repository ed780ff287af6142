using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core;
using Nop.Core.Caching;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>A store with rules and orders whose events go to the consumers. Every statement of ours is counted; anything else that reaches outside throws.</summary>
internal sealed class Store : IDisposable
{
    private readonly Mock<IOutbox> _outbox = new(MockBehavior.Strict);
    private readonly Mock<IInvitationCommands> _commands = new(MockBehavior.Strict);
    private readonly Mock<ILogger<ConsumerTrouble>> _log = new();
    private readonly ServiceProvider _services;

    public Store(IEnumerable<SendRule> rules, params Order[] orders)
    {
        var connection = new Connection
        {
            Key = ConnectionKey.Parse("store-1"),
            Username = "testing",
            Password = new Secret("testing12345"),
            ClientDisplayId = ClientDisplayId.Parse("client"),
        };
        var book = new RuleBook(rules, new Dictionary<StoreKey, Connection> { [StoreKey.Parse("1")] = connection });
        var books = new Mock<IRuleBooks>(MockBehavior.Strict);
        books.SetupGet(x => x.Current).Returns(book);
        _log.Setup(x => x.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), It.IsAny<CancellationToken>()))
            .Returns((PlannedInvitation row, CancellationToken cancellationToken) => CountAsync(
                () =>
                {
                    // Unique on rule and subject, as the table is.
                    if (Planned.Any(known => (known.Rule, known.Interaction.Subject) == (row.Rule, row.Interaction.Subject)))
                        return new PlanResult(null, row);
                    Planned.Add(row);
                    return new PlanResult(new InvitationId(Planned.Count), row);
                },
                cancellationToken));
        _outbox.Setup(x => x.CancelAsync(It.IsAny<StoreKey>(), It.IsAny<SubjectKey>(), It.IsAny<string>(), "store", It.IsAny<CancellationToken>()))
            .Returns((StoreKey _, SubjectKey subject, string reason, string _, CancellationToken cancellationToken) => CountAsync(
                () =>
                {
                    Cancelled.Add((subject.ToString(), reason));
                    return 1;
                },
                cancellationToken));
        _commands.Setup(x => x.ReviveAsync(It.IsAny<StoreKey>(), It.IsAny<SubjectKey>(), It.IsAny<string>(), "store", It.IsAny<CancellationToken>()))
            .Returns((StoreKey _, SubjectKey subject, string _, string _, CancellationToken cancellationToken) => CountAsync<IReadOnlyList<InvitationId>>(
                () =>
                {
                    Revived.Add(subject.ToString());
                    return [];
                },
                cancellationToken));
        _commands.Setup(x => x.MoveAsync(It.IsAny<PlannedInvitation>(), "store", It.IsAny<CancellationToken>()))
            .Returns((PlannedInvitation moved, string _, CancellationToken cancellationToken) => CountAsync<InvitationId?>(
                () =>
                {
                    Moved.Add(moved);
                    return new InvitationId(1);
                },
                cancellationToken));
        var context = new Mock<IWorkContext>(MockBehavior.Strict);
        context.SetupGet(x => x.OriginalCustomerIfImpersonated).Returns(() => Impersonator!);
        _services = new ServiceCollection()
            .AddSingleton(Gate)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(_log.Object)
            .AddSingleton<ConsumerTrouble>()
            .AddScoped<EventIntake>()
            .AddScoped<OrderEvents>()
            .AddScoped<OrderOfEvent>()
            .AddSingleton(Table(orders))
            .AddSingleton(_outbox.Object)
            .AddSingleton(_commands.Object)
            .AddSingleton(context.Object)
            .AddSingleton(books.Object)
            .AddSingleton(Mock.Of<IInvitationScheduler>())
            .AddSingleton<InvitationPlanner>()
            .BuildServiceProvider();
        Gate.Open();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.Zero));

    public PluginGate Gate { get; } = new();

    public List<PlannedInvitation> Planned { get; } = [];

    public List<(string Subject, string Reason)> Cancelled { get; } = [];

    public List<string> Revived { get; } = [];

    public List<PlannedInvitation> Moved { get; } = [];

    /// <summary>The administrator who acts as the customer; null for nobody.</summary>
    public Customer? Impersonator { get; set; }

    /// <summary>Statements of ours that reached the database.</summary>
    public int Statements { get; private set; }

    /// <summary>Orders asked for, through the store's cache.</summary>
    public int OrdersRead { get; private set; }

    /// <summary>What every statement does besides; null for an answer at once.</summary>
    public Func<CancellationToken, Task>? Database { get; set; }

    public IReadOnlyList<string> Logged =>
        [.. _log.Invocations.Where(call => call.Method.Name == nameof(ILogger.Log)).Select(call => call.Arguments[2].ToString()!)];

    public static SendRule Rule(Trigger trigger, string key = "rule", int? store = null, bool enabled = true) => new()
    {
        Key = RuleKey.Parse(key),
        Name = key,
        Trigger = trigger,
        Enabled = enabled,
        Store = store is { } id ? StoreKey.Parse(id.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null,
        Programme = ProgrammeDisplayId.Parse("programme"),
        DefaultLocation = new LocationTarget(LocationDisplayId.Parse("location")),
    };

    /// <summary>A consumer as the store makes it: in the scope of a request.</summary>
    public T Consumer<T>() => ActivatorUtilities.CreateInstance<T>(_services.CreateScope().ServiceProvider);

    public void Dispose() => _services.Dispose();

    private async Task<T> CountAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        Statements++;
        if (Database is { } database)
            await database(cancellationToken);
        return work();
    }

    private IRepository<Order> Table(Order[] orders)
    {
        var table = new Mock<IRepository<Order>>(MockBehavior.Strict);
        table.Setup(x => x.GetByIdAsync(It.IsAny<int?>(), It.IsNotNull<Func<ICacheKeyService, CacheKey>>(), true, true))
            .ReturnsAsync((int? id, object _, bool _, bool _) =>
            {
                OrdersRead++;
                return orders.FirstOrDefault(order => order.Id == id)!;
            });
        return table.Object;
    }
}
