using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Places;
using Nop.Services.Helpers;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

/// <summary>"Sending" of a shop with one store, whose pauses are in memory.</summary>
internal sealed class SendingBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public Spot Spot { get; } = new(new FakeTimeProvider(Noon));

    public Connection Connection { get; set; } = new()
    {
        Key = ConnectionKey.Parse("store-1"), Username = "testing", Password = new Secret("testing12345"), ClientDisplayId = ClientDisplayId.Parse("client"),
    };

    public Customer Admin { get; set; } = new() { Id = 7, Email = "ann@example.com", FirstName = "Ann", LastName = "Lee" };

    public IReadOnlyList<SendRule> Rules { get; set; } = [];

    public SendingPage Page
    {
        get
        {
            var books = new Mock<IRuleBooks>();
            books.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => new RuleBook(Rules, new Dictionary<StoreKey, Connection> { [StoreKey.Parse("1")] = Connection }));
            var stores = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1, Name = "Main street" } }));
            return new SendingPage(
                Spot.Place,
                Spot.Guard,
                Spot.Pauses,
                Spot.Sending,
                books.Object,
                new StoreNames(stores),
                EnglishTexts.Service,
                Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.Utc),
                Mock.Of<IWorkContext>(x => x.GetCurrentCustomerAsync() == Task.FromResult(Admin)));
        }
    }

    /// <summary>The shop's address is another one than before.</summary>
    public async Task LookLikeACopyAsync()
    {
        await Spot.Place.CheckAsync(default);
        Spot.First.Url = "https://test.example.com/";
        await Spot.Place.CheckAsync(default);
    }

    public ValueTask DisposeAsync() => Spot.DisposeAsync();
}
