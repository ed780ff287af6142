using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Extensions;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Extensions;

/// <summary>What other plugins say, as docs/for-other-plugins.md has it, through the container that they register in.</summary>
public sealed class OtherPluginsTests
{
    private readonly Shop _shop = new();
    private bool _isDisputed;

    [TestCase(false, null)]
    [TestCase(true, "The payment of the order is in dispute.")]
    public async Task Ask_EligibilityCheck_ItsObjectionIsTheReason(bool disputed, string? objection)
    {
        _isDisputed = disputed;
        Assert.That((await ReadAsync())!.Objection, Is.EqualTo(objection));
    }

    [Test]
    public async Task Ask_SubjectThatDoesNotStand_IsNotCheckedFurther()
    {
        _isDisputed = true;
        _shop.Order.OrderStatus = OrderStatus.Cancelled;
        try
        {
            Assert.That((await ReadAsync())!.Objection, Is.Null);
        }
        finally
        {
            _shop.Order.OrderStatus = OrderStatus.Processing;
        }
    }

    [Test]
    public async Task Ask_TokenResolver_ItsTokenHasAValueBesideOurs()
    {
        var fields = (await ReadAsync("Loyalty.Tier", "Order.OrderNumber"))!.Fields;
        Assert.That((fields.Values("Loyalty.Tier"), fields.Values("Order.OrderNumber")), Is.EqualTo((new[] { "gold" }, new[] { "N-123" })));
    }

    [Test]
    public async Task Ask_TokenNobodyNamed_IsNotComputed() => Assert.That((await ReadAsync("Order.OrderNumber"))!.Fields.Names, Is.EqualTo(new[] { "Order.OrderNumber" }));

    [Test]
    public async Task Ask_TokenThatIsThereAlready_KeepsItsMeaning()
    {
        var resolver = new Mock<ITokenResolver>(MockBehavior.Strict);
        resolver.SetupGet(x => x.Tokens).Returns(["Order.OrderNumber"]);
        var fields = (await ReadAsync(services => services.AddSingleton(resolver.Object), "Order.OrderNumber"))!.Fields;
        Assert.That(fields.Values("Order.OrderNumber"), Is.EqualTo(new[] { "N-123" }));
    }

    [Test]
    public async Task Ask_PayloadHooks_ShapeTheEntryOneAfterAnother()
    {
        var second = new Mock<IPayloadHook>(MockBehavior.Strict);
        second.Setup(x => x.Change(It.IsAny<InvitationEntry>(), It.IsAny<InvitationContext>()))
            .Returns((InvitationEntry entry, InvitationContext context) => entry with { FirstName = $"{entry.FirstName} {entry.LastName} {context.Subject}" });
        var finish = (await ReadAsync(services => services.AddSingleton(second.Object)))!.Finish!;

        var entry = finish(new InvitationEntry { Location = LocationDisplayId.Parse("l"), FirstName = "Dave", LastName = "Brown" });
        Assert.That((entry.FirstName, entry.LastName), Is.EqualTo(("Dave B. order:123", "B.")));
    }

    [Test]
    public async Task Ask_NoOtherPlugins_ReadsNothingMore()
    {
        var shop = new Shop();
        var snapshot = (await shop.ReadAsync())!;
        var reads = shop.Reads.Count;
        var asked = await new OtherPlugins([], [], [], shop.Sources().Tables).AskAsync(snapshot, Request(), CancellationToken.None);
        Assert.That((asked, shop.Reads.Count), Is.EqualTo((snapshot, reads)));
    }

    [Test]
    public void Catalogue_HasTheTokensOfAll()
    {
        using var services = Services(_ => { });
        var catalogue = services.CreateScope().ServiceProvider.GetRequiredService<TokenCatalogue>();
        Assert.That(catalogue.Names, Is.SupersetOf(new[] { "Order.OrderNumber", "Booking.Reference", "Booking.Venue", "Loyalty.Tier" }).And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(catalogue.Contains("Order.CheckoutAttribute.Feedback"), Is.True);
        Assert.That(catalogue.Contains("Loyalty.Points"), Is.False);
    }

    private static SubjectRequest Request(params string[] fields) =>
        new(StoreKey.Parse("1"), SubjectKey.Parse("order:123"), Trigger.OrderPaid, Rule: null, fields.ToHashSet());

    private Task<SubjectSnapshot?> ReadAsync(params string[] fields) => ReadAsync(_ => { }, fields);

    private async Task<SubjectSnapshot?> ReadAsync(Action<IServiceCollection> add, params string[] fields)
    {
        await using var services = Services(add);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ShopSubjectReader>().ReadAsync(Request(fields), CancellationToken.None);
    }

    private ServiceProvider Services(Action<IServiceCollection> add)
    {
        var disputes = new Mock<IDisputes>(MockBehavior.Strict);
        disputes.Setup(x => x.IsOpenAsync(123, It.IsAny<CancellationToken>())).ReturnsAsync(() => _isDisputed);
        var tiers = new Mock<ILoyaltyTiers>(MockBehavior.Strict);
        tiers.Setup(x => x.OfAsync("3", It.IsAny<CancellationToken>())).ReturnsAsync("gold");
        var services = new ServiceCollection()
            .AddSingleton(_shop.Sources())
            .AddSingleton(_shop.Sources().Tables)
            .AddSingleton(_shop.Books())
            .AddSingleton(disputes.Object)
            .AddSingleton(tiers.Object)
            .AddSingleton(Mock.Of<IVenueBookings>())
            .AddScoped<OrderReader>()
            .AddScoped<BookingReader>()
            .AddScoped<OtherPlugins>()
            .AddScoped<TokenCatalogue>()
            .AddScoped<ShopSubjectReader>();
        new ExtensionsStartup().ConfigureServices(services, Mock.Of<IConfiguration>());
        new VenueStartup().ConfigureServices(services, Mock.Of<IConfiguration>());
        add(services);
        return services.BuildServiceProvider();
    }
}
