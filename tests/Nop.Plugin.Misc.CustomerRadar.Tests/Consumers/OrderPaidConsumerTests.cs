using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

public sealed class OrderPaidConsumerTests
{
    private static readonly DateTime PaidAt = new(2026, 3, 2, 12, 0, 0);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.Zero));
    private Mock<IOutbox> _outbox = null!;
    private Mock<ILogger<ConsumerTrouble>> _log = null!;
    private PluginGate _gate = null!;
    private List<PlannedInvitation> _planned = null!;

    [SetUp]
    public void SetUp()
    {
        _gate = new PluginGate();
        _planned = [];
        _log = new Mock<ILogger<ConsumerTrouble>>();
        _log.Setup(x => x.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        _outbox = new Mock<IOutbox>(MockBehavior.Strict);
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((PlannedInvitation row, CancellationToken _) =>
            {
                _planned.Add(row);
                return new PlanResult(new InvitationId(1), row);
            });
    }

    [Test]
    public async Task HandleEventAsync_PaidOrder_WritesOneRowWithItsPaidDate()
    {
        _gate.Open();
        await HandleAsync(new Order { Id = 123, StoreId = 1, PaidDateUtc = PaidAt });

        Assert.That(_planned.Single().Interaction, Is.EqualTo(new Interaction(
            StoreKey.Parse("1"), Trigger.OrderPaid, SubjectKey.Parse("order:123"), new DateTimeOffset(PaidAt, TimeSpan.Zero), InteractionOrigin.Event)));
    }

    [Test]
    public async Task HandleEventAsync_NoPaidDateYet_WasPaidNow()
    {
        _gate.Open();
        await HandleAsync(new Order { Id = 123, StoreId = 1 });
        Assert.That(_planned.Single().Interaction.OccurredAt, Is.EqualTo(_time.GetUtcNow()));
    }

    [Test]
    public async Task HandleEventAsync_GateNotOpenYet_TouchesNothing()
    {
        await HandleAsync(new Order { Id = 123, StoreId = 1, PaidDateUtc = PaidAt });
        Assert.That(_planned, Is.Empty);
    }

    [Test]
    public async Task HandleEventAsync_UninstallHasBegun_TouchesNothing()
    {
        _gate.Open();
        _gate.CloseForGood();
        await HandleAsync(new Order { Id = 123, StoreId = 1, PaidDateUtc = PaidAt });
        Assert.That(_planned, Is.Empty);
    }

    [Test]
    public async Task HandleEventAsync_DatabaseAway_LogsOnceAMinuteAndNeverThrows()
    {
        _gate.Open();
        _outbox.Setup(x => x.AddAsync(It.IsAny<PlannedInvitation>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());
        var consumer = Consumer(Services());
        for (var order = 1; order <= 5; order++)
            await consumer.HandleEventAsync(new OrderPaidEvent(new Order { Id = order, StoreId = 1, PaidDateUtc = PaidAt }));
        _time.Advance(TimeSpan.FromMinutes(1));
        await consumer.HandleEventAsync(new OrderPaidEvent(new Order { Id = 6, StoreId = 1, PaidDateUtc = PaidAt }));

        Assert.That(Logged(), Has.Count.EqualTo(2));
        Assert.That(Logged()[1], Does.Contain("Order 6").And.Contain("4 more"));
    }

    [Test]
    public void HandleEventAsync_LibrariesCouldNotBeLoaded_NeverThrows()
    {
        _gate.Open();
        Assert.DoesNotThrowAsync(() => Consumer(new ServiceCollection().BuildServiceProvider())
            .HandleEventAsync(new OrderPaidEvent(new Order { Id = 1, StoreId = 1 })));
        Assert.That(Logged(), Has.Count.EqualTo(1));
    }

    private Task HandleAsync(Order order) => Consumer(Services()).HandleEventAsync(new OrderPaidEvent(order));

    private OrderPaidConsumer Consumer(IServiceProvider services) => new(_gate, services, new ConsumerTrouble(_log.Object, _time), _time);

    private ServiceProvider Services()
    {
        var rule = new SendRule
        {
            Key = RuleKey.Parse("order-paid"),
            Name = "Order paid",
            Trigger = Trigger.OrderPaid,
            Programme = ProgrammeDisplayId.Parse("programme"),
            DefaultLocation = new LocationTarget(LocationDisplayId.Parse("location")),
        };
        var connection = new Connection
        {
            Key = ConnectionKey.Parse("store-1"),
            Username = "testing",
            Password = new Secret("testing12345"),
            ClientDisplayId = ClientDisplayId.Parse("client"),
        };
        var book = new RuleBook([rule], new Dictionary<StoreKey, Connection> { [StoreKey.Parse("1")] = connection });
        return new ServiceCollection()
            .AddSingleton(_outbox.Object)
            .AddSingleton(Mock.Of<IRuleBooks>(x => x.Current == book))
            .AddSingleton(Mock.Of<IInvitationScheduler>())
            .AddSingleton<InvitationPlanner>()
            .BuildServiceProvider();
    }

    private List<string> Logged() =>
        [.. _log.Invocations.Where(call => call.Method.Name == nameof(ILogger.Log)).Select(call => call.Arguments[2].ToString()!)];
}
