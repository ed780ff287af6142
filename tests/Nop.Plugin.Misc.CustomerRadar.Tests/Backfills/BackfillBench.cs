using CustomerRadar.Core;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Stores;
using CoreBackfills = CustomerRadar.Core.Periodic.Backfills;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Backfills;

/// <summary>A shop of two stores and one rule, in which two orders are found, one of them invited already.</summary>
internal sealed class BackfillBench
{
    public static readonly StoreKey One = StoreKey.Parse("1");
    public static readonly SendRule Paid = RuleBench.Rule("order-paid");
    public static readonly BackfillModel Right = new() { Rule = "1 order-paid", From = "2026-02-01", Until = "2026-02-28", PerHour = "60" };

    private readonly Mock<IInteractionSource> _source = new(MockBehavior.Strict);
    private readonly Mock<IInvitationRecords> _records = new(MockBehavior.Strict);

    public BackfillBench()
    {
        _source.Setup(x => x.CountAsync(It.IsAny<InteractionQuery>(), default)).ReturnsAsync(2);
        _source.Setup(x => x.ReadAsync(It.IsAny<InteractionQuery>(), default)).ReturnsAsync(new InteractionPage([Found(123), Found(7)], null));
        _records.Setup(x => x.InvitedAsync(It.IsAny<ConnectionKey>(), It.IsAny<IReadOnlyCollection<SubjectKey>>(), default)).ReturnsAsync(new HashSet<SubjectKey> { SubjectKey.Parse("order:7") });
        Backfills.Setup(x => x.AddAsync(It.IsAny<BackfillPlan>(), default)).ReturnsAsync(5);
        Jobs.Setup(x => x.RunSoonAsync("backfill", default)).ReturnsAsync(true);
    }

    public Mock<IBackfills> Backfills { get; } = new(MockBehavior.Strict);

    public Mock<IJobServer> Jobs { get; } = new(MockBehavior.Strict);

    public IReadOnlyList<SendRule> Rules { get; set; } = [Paid];

    public BackfillDesk Desk
    {
        get
        {
            var book = new RuleBook(Rules, new Dictionary<StoreKey, Connection> { [One] = Connected(1), [StoreKey.Parse("2")] = Connected(2) });
            var books = Mock.Of<IRuleBooks>(x => x.ReadAsync(It.IsAny<CancellationToken>()) == Task.FromResult(book));
            var shop = new Shop();
            shop.Order.CustomOrderNumber = "NUMBER-123";
            var tables = new StoreTables(new ServiceCollection().AddSingleton(shop).AddSingleton(typeof(IRepository<>), typeof(FakeTable<>)).BuildServiceProvider());
            var services = new ServiceCollection()
                .AddSingleton<TimeProvider>(new FakeTimeProvider(RuleBench.Now)).AddSingleton(Backfills.Object).AddSingleton(_source.Object).AddSingleton(_records.Object).AddSingleton(books);
            services.AddCustomerRadarCore();
            var stores = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1, Name = "One" }, new() { Id = 2, Name = "Two" } }));
            return new BackfillDesk(services.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<CoreBackfills>(), books, new StoreNames(stores), tables, Jobs.Object);
        }
    }

    private static Interaction Found(int order) =>
        new(One, Trigger.OrderPaid, SubjectKey.Parse($"order:{order}"), new DateTimeOffset(2026, 2, 10, 12, 0, 0, default), InteractionOrigin.Backfill);

    private static Connection Connected(int store) => new()
    {
        Key = ConnectionKey.Parse($"store-{store}"),
        Username = "u",
        Password = new Secret("p"),
        ClientDisplayId = ClientDisplayId.Parse("c"),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"),
    };
}
