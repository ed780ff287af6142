using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Shipping;
using Nop.Core.Events;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>What an event costs the checkout that publishes it, and what a checkout notices of our troubles: nothing.</summary>
public sealed class EventPathTests
{
    /// <summary>Every event of an order that the store publishes, by name.</summary>
    private static readonly Dictionary<string, Func<Store, Task>> Events = new()
    {
        ["placed"] = store => store.Consumer<OrderPlacedConsumer>().HandleEventAsync(new OrderPlacedEvent(Order())),
        ["paid"] = store => store.Consumer<OrderPaidConsumer>().HandleEventAsync(new OrderPaidEvent(Order())),
        ["completed"] = store => store.Consumer<OrderStatusConsumer>().HandleEventAsync(new OrderStatusChangedEvent(Order(OrderStatus.Complete), OrderStatus.Pending)),
        ["cancelled"] = store => store.Consumer<OrderStatusConsumer>().HandleEventAsync(new OrderStatusChangedEvent(Order(OrderStatus.Cancelled), OrderStatus.Pending)),
        ["restored"] = store => store.Consumer<OrderStatusConsumer>().HandleEventAsync(new OrderStatusChangedEvent(Order(OrderStatus.Processing), OrderStatus.Cancelled)),
        ["voided"] = store => store.Consumer<OrderEndedConsumer>().HandleEventAsync(new OrderVoidedEvent(Order())),
        ["deleted"] = store => store.Consumer<OrderEndedConsumer>().HandleEventAsync(new EntityDeletedEvent<Order>(Order())),
        ["sent"] = store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentSentEvent(new Shipment { OrderId = 123 })),
        ["delivered"] = store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentDeliveredEvent(new Shipment { OrderId = 123 })),
        ["ready for pick-up"] = store => store.Consumer<ShipmentConsumer>().HandleEventAsync(new ShipmentReadyForPickupEvent(new Shipment { OrderId = 123 })),
    };

    private static IEnumerable<string> EventNames => Events.Keys;

    private static IEnumerable<string> PlanningEventNames => ["placed", "paid", "completed", "sent", "delivered", "ready for pick-up"];

    [TestCaseSource(nameof(EventNames))]
    public async Task Event_WithoutAnyRule_TouchesNothing(string name)
    {
        using var store = new Store([], Order());
        await Events[name](store);
        Assert.That((store.Statements, store.OrdersRead), Is.EqualTo((0, 0)));
    }

    [TestCaseSource(nameof(EventNames))]
    public async Task Event_WithRulesOfAnotherStoreOnly_WritesNothing(string name)
    {
        using var store = new Store(RulesOf(store: 2), Order());
        await Events[name](store);
        Assert.That(store.Statements, Is.Zero);
    }

    [TestCaseSource(nameof(PlanningEventNames))]
    public async Task Event_WithRulesForOtherTriggers_TouchesNothing(string name)
    {
        using var probe = new Store(RulesOf(store: null), Order());
        await Events[name](probe);
        var trigger = probe.Planned.Single().Interaction.Trigger;

        using var store = new Store(RulesOf(store: null).Where(rule => rule.Trigger != trigger), Order());
        await Events[name](store);

        Assert.That((store.Statements, store.OrdersRead), Is.EqualTo((0, 0)));
    }

    [TestCaseSource(nameof(PlanningEventNames))]
    public async Task Event_WithMatchingRules_WritesOneStatementForEach(string name)
    {
        using var store = new Store(RulesOf(store: null).Concat(RulesOf(store: null, suffix: "-2")), Order());
        await Events[name](store);
        Assert.That((store.Statements, store.Planned.Count), Is.EqualTo((2, 2)));
        Assert.That(store.OrdersRead, Is.LessThanOrEqualTo(1));
    }

    [TestCaseSource(nameof(PlanningEventNames))]
    public async Task Event_WithARuleThatIsSwitchedOff_TouchesNothing(string name)
    {
        using var store = new Store(RulesOf(store: null, enabled: false), Order());
        await Events[name](store);
        Assert.That((store.Statements, store.OrdersRead), Is.EqualTo((0, 0)));
    }

    [TestCaseSource(nameof(EventNames))]
    public async Task Event_BeforeTheGateIsOpen_OrAfterAnUninstallBegan_TouchesNothing(string name)
    {
        using var store = new Store(RulesOf(store: null), Order());
        store.Gate.CloseForGood();
        await Events[name](store);
        Assert.That((store.Statements, store.OrdersRead), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Event_DatabaseAway_IsLoggedOnceAMinuteAndNeverThrown()
    {
        using var store = new Store(RulesOf(store: null), Order());
        store.Database = _ => throw new TimeoutException();
        foreach (var name in EventNames)
            await Events[name](store);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await Events["paid"](store);

        Assert.That(store.Logged, Has.Count.EqualTo(2));
        Assert.That(store.Logged[1], Does.Contain("order:123").And.Contain($"{Events.Count - 1} more"));
    }

    [TestCaseSource(nameof(EventNames))]
    public async Task Event_DatabaseThatDoesNotAnswer_IsLeftAfterTwoSeconds(string name)
    {
        using var store = new Store(RulesOf(store: null).Concat(RulesOf(store: null, suffix: "-2")), Order());
        store.Database = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        var handling = Events[name](store);
        Assert.That(handling.IsCompleted, Is.False);
        store.Time.Advance(EventIntake.Patience);
        await handling;

        Assert.That((store.Statements, store.Logged.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Event_LibrariesCouldNotBeLoaded_NeverThrows()
    {
        var gate = new PluginGate();
        gate.Open();
        var bare = new ServiceCollection().BuildServiceProvider();
        var intake = new EventIntake(gate, bare, new ConsumerTrouble(NullLogger<ConsumerTrouble>.Instance, TimeProvider.System), TimeProvider.System);
        var events = new OrderEvents(intake, bare, TimeProvider.System);

        Assert.DoesNotThrowAsync(() => new OrderPaidConsumer(events).HandleEventAsync(new OrderPaidEvent(Order())));
    }

    private static Order Order(OrderStatus status = OrderStatus.Pending) => new() { Id = 123, StoreId = 1, OrderStatus = status, CreatedOnUtc = new DateTime(2026, 3, 2) };

    private static IEnumerable<SendRule> RulesOf(int? store, bool enabled = true, string suffix = "") =>
        Enum.GetValues<Trigger>().Select(trigger => Store.Rule(trigger, trigger + suffix, store, enabled));
}
