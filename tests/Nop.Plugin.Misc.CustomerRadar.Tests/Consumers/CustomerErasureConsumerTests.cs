using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

public sealed class CustomerErasureConsumerTests
{
    private static readonly byte[] Key = new byte[32];

    private readonly List<Erasure> _erasures = [];
    private readonly List<BaseEntity> _rows = [];
    private Mock<ISuppressions> _suppressions = null!;
    private Mock<ILogger<CustomerErasureConsumer>> _log = null!;
    private PluginGate _gate = null!;

    [SetUp]
    public void SetUp()
    {
        _erasures.Clear();
        _rows.Clear();
        _gate = new PluginGate();
        _gate.Open();
        _log = new Mock<ILogger<CustomerErasureConsumer>>();
        _log.Setup(x => x.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        _suppressions = new Mock<ISuppressions>(MockBehavior.Strict);
        _suppressions.Setup(x => x.EraseAsync(Capture.In(_erasures), It.IsAny<CancellationToken>())).ReturnsAsync(new ErasureResult(0, 0, 0));
    }

    [Test]
    public async Task HandleEventAsync_CustomerErased_ErasesNumberAndAddressInAllStores()
    {
        await HandleAsync(new CustomerPermanentlyDeleted(7, "Dave@Example.com"));

        var hasher = new ContactHasher(Key);
        Assert.That((_erasures.Single().Customer, _erasures.Single().Store), Is.EqualTo(("7", (StoreKey?)null)));
        Assert.That(_erasures.Single().Contacts, Is.EquivalentTo(new[]
        {
            hasher.Email("dave@example.com"), hasher.Customer(StoreKey.Parse("1"), "7"), hasher.Customer(StoreKey.Parse("2"), "7"),
        }));
    }

    [TestCase(null)]
    [TestCase(" ")]
    public async Task HandleEventAsync_GuestWithoutOrders_ErasesByNumberOfTheCustomer(string? email)
    {
        await HandleAsync(new CustomerPermanentlyDeleted(7, email));
        Assert.That(_erasures.Single().Contacts, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task HandleEventAsync_GuestWithOrders_ErasesTheAddressesAndNumbersOfThem()
    {
        _rows.AddRange(
        [
            new Order { Id = 1, CustomerId = 7, BillingAddressId = 1, ShippingAddressId = 2 },
            new Order { Id = 2, CustomerId = 8, BillingAddressId = 3 },
            new Address { Id = 1, Email = "guest@example.com", PhoneNumber = "021 1", CountryId = 4 },
            new Address { Id = 2, Email = "Guest@Example.com", PhoneNumber = "nonsense" },
            new Address { Id = 3, Email = "other@example.com" },
            new Country { Id = 4, TwoLetterIsoCode = "NZ" },
        ]);
        await HandleAsync(new CustomerPermanentlyDeleted(7, null));

        var hasher = new ContactHasher(Key);
        Assert.That(_erasures.Single().Contacts.Skip(2), Is.EquivalentTo(new[] { hasher.Email("guest@example.com"), hasher.Phone("+64211") }));
    }

    [Test]
    public async Task HandleEventAsync_GateClosed_TouchesNothing()
    {
        _gate.CloseForGood();
        await HandleAsync(new CustomerPermanentlyDeleted(7, "dave@example.com"));
        Assert.That(_erasures, Is.Empty);
    }

    [Test]
    public async Task HandleEventAsync_DatabaseAway_SaysSoEachTimeWithoutTheAddress()
    {
        _suppressions.Setup(x => x.EraseAsync(It.IsAny<Erasure>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());
        await HandleAsync(new CustomerPermanentlyDeleted(7, "dave@example.com"));
        await HandleAsync(new CustomerPermanentlyDeleted(8, "ann@example.com"));

        var logged = _log.Invocations.Where(call => call.Method.Name == nameof(ILogger.Log)).Select(call => call.Arguments[2].ToString()).ToList();
        Assert.That(logged, Has.Count.EqualTo(2).And.All.Contains("customer").And.None.Contains("@"));
    }

    private async Task HandleAsync(CustomerPermanentlyDeleted erased)
    {
        var shop = new Shop();
        shop.Rows.Clear();
        shop.Rows.AddRange(_rows);
        var phones = new Mock<IPhoneNumbers>(MockBehavior.Strict);
        phones.Setup(x => x.Parse(It.IsAny<PhoneNumber>(), null))
            .Returns((PhoneNumber number, string? _) => number is { Text: "021 1", Country: "NZ" } ? new ParsedPhone("+64211", "0211", "NZ", CanBeMobile: true) : null);
        await using var services = new ServiceCollection()
            .AddSingleton(_suppressions.Object)
            .AddSingleton(Mock.Of<IKeptValues>(x => x.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()) == Task.FromResult<string?>(Convert.ToBase64String(Key))))
            .AddSingleton<InstallationKey>()
            .AddSingleton(phones.Object)
            .AddSingleton(shop)
            .AddSingleton(typeof(IRepository<>), typeof(FakeTable<>))
            .AddScoped<StoreTables>()
            .AddScoped<ErasedContacts>()
            .AddSingleton(Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Nop.Core.Domain.Stores.Store>>(new[]
            {
                new Nop.Core.Domain.Stores.Store { Id = 1 }, new Nop.Core.Domain.Stores.Store { Id = 2 },
            })))
            .BuildServiceProvider();
        await new CustomerErasureConsumer(_gate, services, new FakeTimeProvider(), _log.Object).HandleEventAsync(erased);
    }
}
