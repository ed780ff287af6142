using CustomerRadar.Core;
using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Auth;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Security;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Directory;
using Nop.Services.Helpers;
using Nop.Services.Messages;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

/// <summary>The whole configuration page over settings and rules in memory, with an open gate.</summary>
internal sealed class PageBench : IAsyncDisposable
{
    private readonly SendingBench _sending = new();

    public PageBench() => Gate.Open();

    public PluginGate Gate { get; } = new();

    public FakeSettings Settings { get; } = new();

    public RuleBench Rules { get; } = new();

    public Mock<INotificationService> Notifications { get; } = new();

    /// <summary>The store that is chosen in the admin at the moment; 0 for all.</summary>
    public int Scope { get; set; }

    /// <summary>A page that can be saved, made for a scope.</summary>
    public static ConfigurationModel Filled(int scope = 0) => new()
    {
        ActiveStoreScopeConfiguration = scope,
        ApiAddress = "https://api.feedback.fyi",
        Username = "testing",
        Password = "testing12345",
        ClientDisplayId = "client",
        RuleEnabled = true,
        Programme = "programme",
        Location = "location",
    };

    public CustomerRadarController Controller
    {
        get
        {
            var shop = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1, Name = "One" }, new() { Id = 2, Name = "Two" } }));
            var stores = Mock.Of<IStoreContext>(x => x.GetActiveStoreScopeConfigurationAsync() == Task.FromResult(Scope));
            var countries = Mock.Of<ICountryService>(x => x.GetAllCountriesAsync(0, true) == Task.FromResult<IList<Country>>(new List<Country> { new() { Name = "New Zealand", TwoLetterIsoCode = "NZ" } }));
            var dates = Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.Utc && x.GetSystemTimeZones() == new List<TimeZoneInfo> { TimeZoneInfo.Utc }.AsReadOnly());
            var security = new SecuritySettings { EncryptionKey = "273ece6f97dd844d" };
            var alerts = Mock.Of<IAlerts>(x => x.OpenAsync(It.IsAny<CancellationToken>()) == Task.FromResult<IReadOnlyList<AlertRow>>(new List<AlertRow>()));
            var page = new ConfigurationPage(
                new ScopedSettings(Settings, stores),
                EnglishTexts.Service,
                countries,
                dates,
                security,
                new StoreConnections(Settings, shop, dates, security),
                Gate,
                RuleBench.Tokens,
                Rules.Page,
                Rules.Writing,
                Rules.Queries,
                new StoreNames(shop),
                _sending.Page,
                new OpenAlerts(alerts, dates),
                Core().GetRequiredService<LogInCheck>());
            return new CustomerRadarController(EnglishTexts.Service, Notifications.Object, page);
        }
    }

    public ValueTask DisposeAsync() => _sending.DisposeAsync();

    private static ServiceProvider Core()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddCustomerRadarCore();
        return services.BuildServiceProvider();
    }
}
