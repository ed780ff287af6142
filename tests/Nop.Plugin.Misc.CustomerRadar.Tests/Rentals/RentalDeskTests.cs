using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rentals;
using Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rentals;

public sealed class RentalDeskTests
{
    private static readonly SendRule ByOrder = Store.Rule(Trigger.BookingCompleted, "by-order");
    private static readonly SendRule ByItem = Store.Rule(Trigger.BookingCompleted, "by-item") with { Rental = RentalPick.Item };

    private readonly List<string> _done = [];
    private Shop _shop = null!;

    [SetUp]
    public void SetUp()
    {
        _done.Clear();
        _shop = new Shop(Rented(8, new DateTime(2026, 4, 3)), Rented(9, new DateTime(2026, 4, 9)));
    }

    [Test]
    public async Task Paid_OrderWithRentals_IsPlannedForEveryRuleInItsOwnWay()
    {
        await WorkAsync([ByOrder, ByItem], desk => desk.Paid(_shop.Order));
        Assert.That(_done, Is.EquivalentTo(new[]
        {
            "plan by-order order:123 at 2026-04-09T12:00", "plan by-item order:123/item:8 at 2026-04-03T11:00", "plan by-item order:123/item:9 at 2026-04-09T12:00",
        }));
    }

    [Test]
    public async Task Ended_RulesByItem_CancelsTheItems()
    {
        await WorkAsync([ByOrder, ByItem], desk => desk.Ended(_shop.Order, "The order was cancelled."));
        Assert.That(_done, Is.EqualTo(new[] { "cancel order:123/item:8", "cancel order:123/item:9" }));
    }

    [Test]
    public async Task Revived_RulesByItem_RevivesTheItems()
    {
        await WorkAsync([ByItem], desk => desk.Revived(_shop.Order, "The order was restored."));
        Assert.That(_done, Is.EqualTo(new[] { "revive order:123/item:8", "revive order:123/item:9" }));
    }

    [Test]
    public async Task Paid_OrderWithoutRentals_PlansNothing()
    {
        _shop = new Shop();
        await WorkAsync([ByOrder], desk => desk.Paid(_shop.Order));
        Assert.That(_done, Is.Empty);
    }

    [Test]
    public async Task AnyNotice_WithoutARuleForRentals_ReadsNothing()
    {
        await WorkAsync([Store.Rule(Trigger.OrderPaid)], desk =>
        {
            desk.Paid(_shop.Order);
            desk.Ended(_shop.Order, "The order was cancelled.");
        });
        Assert.That(_shop.Reads, Is.Empty);
    }

    private async Task WorkAsync(IReadOnlyList<SendRule> rules, Action<RentalDesk> notice)
    {
        var outbox = new Mock<IOutbox>(MockBehavior.Strict);
        outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((PlannedInvitation row, CancellationToken _) => Done(
                $"plan {row.Rule} {row.Interaction.Subject} at {row.Interaction.OccurredAt:yyyy-MM-dd'T'HH:mm}", new PlanResult(null, row)));
        outbox.Setup(x => x.CancelAsync(StoreKey.Parse("1"), It.IsAny<SubjectKey>(), "The order was cancelled.", "store", It.IsAny<CancellationToken>()))
            .ReturnsAsync((StoreKey _, SubjectKey subject, string _, string _, CancellationToken _) => Done($"cancel {subject}", 1));
        var commands = new Mock<IInvitationCommands>(MockBehavior.Strict);
        commands.Setup(x => x.ReviveAsync(StoreKey.Parse("1"), It.IsAny<SubjectKey>(), "The order was restored.", "store", It.IsAny<CancellationToken>()))
            .ReturnsAsync((StoreKey _, SubjectKey subject, string _, string _, CancellationToken _) => Done<IReadOnlyList<InvitationId>>($"revive {subject}", []));
        var book = Book(rules);
        var books = new Mock<IRuleBooks>(MockBehavior.Strict);
        books.SetupGet(x => x.Current).Returns(book);
        var gate = new PluginGate();
        gate.Open();
        await using var services = new ServiceCollection()
            .AddSingleton(_shop)
            .AddSingleton(typeof(Nop.Data.IRepository<>), typeof(FakeTable<>))
            .AddScoped<StoreTables>()
            .AddSingleton(outbox.Object)
            .AddSingleton(commands.Object)
            .AddSingleton(books.Object)
            .AddSingleton(Mock.Of<IInvitationScheduler>())
            .AddSingleton<InvitationPlanner>()
            .BuildServiceProvider();
        using var desk = new RentalDesk(
            gate, books.Object, services.GetRequiredService<IServiceScopeFactory>(), new ConsumerTrouble(NullLogger<ConsumerTrouble>.Instance, TimeProvider.System));

        notice(desk);
        await desk.StartAsync(CancellationToken.None);
        await desk.FinishAsync();

        T Done<T>(string what, T result)
        {
            _done.Add(what);
            return result;
        }
    }

    private static RuleBook Book(IReadOnlyList<SendRule> rules) => new(rules, new Dictionary<StoreKey, Connection>
    {
        [StoreKey.Parse("1")] = new()
        {
            Key = ConnectionKey.Parse("store-1"),
            Username = "testing",
            Password = new Secret("testing12345"),
            ClientDisplayId = ClientDisplayId.Parse("client"),
            TimeZone = Shop.Zone,
        },
    });

    private static OrderItem Rented(int id, DateTime end) => new() { Id = id, OrderId = 123, ProductId = 5, RentalEndDateUtc = end };
}
