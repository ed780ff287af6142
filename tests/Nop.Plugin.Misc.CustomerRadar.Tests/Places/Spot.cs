using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Stores;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Places;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Places;

/// <summary>A shop at an address, on a database whose pauses and values are in memory.</summary>
internal sealed class Spot : IAsyncDisposable
{
    private readonly Dictionary<string, string> _values = [];
    private readonly ServiceProvider _services;

    public Spot(FakeTimeProvider time)
    {
        Pauses = new MemoryPauses(time);
        var values = new Mock<IKeptValues>(MockBehavior.Strict);
        values.Setup(x => x.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string name, CancellationToken _) => IsAway ? throw new TimeoutException("The database is away.") : _values.GetValueOrDefault(name));
        values.Setup(x => x.AddAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string name, string value, CancellationToken _) => _values[name] = value);
        values.Setup(x => x.WriteAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).Callback((string name, string value, CancellationToken _) => _values[name] = value).Returns(Task.CompletedTask);
        Guard = new CopyGuard(values.Object, Pauses, NullLogger<CopyGuard>.Instance);
        Sending = new SendingPauses(Pauses, new InstallationKey(values.Object));
        var shop = new Shop();
        shop.Rows.RemoveAll(row => row is Store);
        shop.Rows.AddRange([new Store { Id = 3, Url = "https://third.example.com/" }, First, new Store { Id = 1, Url = "https://gone.example.com/", Deleted = true }]);
        _services = new ServiceCollection()
            .AddSingleton(shop).AddSingleton(typeof(IRepository<>), typeof(FakeTable<>)).AddScoped<StoreTables>().BuildServiceProvider();
        Place = new ShopPlace(_services.GetRequiredService<IServiceScopeFactory>(), new DatabasePlace("db", "shop"), Guard);
    }

    public Store First { get; } = new() { Id = 2, Url = "https://shop.example.com/" };

    public MemoryPauses Pauses { get; }

    public CopyGuard Guard { get; }

    public SendingPauses Sending { get; }

    public ShopPlace Place { get; }

    /// <summary>The database cannot be asked.</summary>
    public bool IsAway { get; set; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
