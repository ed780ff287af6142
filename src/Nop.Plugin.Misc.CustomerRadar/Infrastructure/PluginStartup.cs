using CustomerRadar.Core;
using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nop.Core.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Contacts;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Extensions;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Interactions;
using Nop.Plugin.Misc.CustomerRadar.Logging;
using Nop.Plugin.Misc.CustomerRadar.Notes;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Places;
using Nop.Plugin.Misc.CustomerRadar.Rentals;
using Nop.Plugin.Misc.CustomerRadar.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>Registers the plugin's services in the store.</summary>
public sealed class PluginStartup : INopStartup
{
    /// <summary>After the store's own services (2000).</summary>
    public int Order => 3000;

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        // Consumers are registered by the store in any case, so what they need must always be there.
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PluginGate>();
        services.AddSingleton<ConsumerTrouble>();
        services.AddScoped<EventIntake>();
        services.AddScoped<OrderEvents>();
        services.AddScoped<OrderOfEvent>();
        services.AddScoped<StoreTables>();
        services.AddScoped<TextUpdate>();
        services.AddSingleton<ILoggerProvider, StoreLogProvider>();
        PrecompiledViews.AddTo(services);
        try
        {
            if (StoreDatabase.Find() is { } database)
                AddWorkingParts(services, database);
        }
#pragma warning disable CA1031 // The edge of a start-up: an exception here would end the store.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            services.AddSingleton<IHostedService>(provider => new StartTrouble(problem, provider.GetRequiredService<ILogger<StartTrouble>>()));
        }
    }

    /// <inheritdoc/>
    public void Configure(IApplicationBuilder application)
    {
    }

    private static void AddWorkingParts(IServiceCollection services, HostDatabase database)
    {
        foreach (var module in LibraryFloor.Modules)
            module.AddServices(services, database);
        services.AddCustomerRadarCore();
        services.AddSingleton(DatabasePlace.Of(database, Environment.MachineName));
        services.AddSingleton<ShopPlace>();
        services.AddSingleton<IRuleBooks, StoreRuleBooks>();
        services.AddScoped<StoreConnections>();
        services.AddScoped<StoreTexts>();
        services.AddScoped<OrderSources>();
        services.AddScoped<ScopedSettings>();
        services.AddScoped<ConfigurationPage>();
        services.AddScoped<SendingPage>();
        services.AddScoped<PageRule>();
        services.AddScoped<StoreNames>();
        services.AddScoped<RuleExport>();
        services.AddScoped<RuleImportCheck>();
        services.AddScoped<RuleImport>();
        services.AddScoped<BackfillDesk>();
        services.AddSingleton<RuleWriting>();
        services.AddSingleton<PluginData>();
        services.TryAddSingleton<InstallationKey>();
        services.AddScoped<ErasedContacts>();
        services.AddScoped<OptOuts>();
        services.AddScoped<IInteractionSource, ShopInteractions>();
        services.AddScoped<AdminTexts>();
        services.AddScoped<OpenAlerts>();
        services.AddScoped<AlertLetter>();
        services.AddScoped<QueuedMails>();
        services.AddScoped<IAlertNotices, AlertMails>();
        services.AddScoped<OrderNotes>();
        services.AddScoped<IPeriodicWork, OrderNoteWork>();
        services.AddScoped<OrderReader>();
        services.AddScoped<BookingReader>();
        services.AddScoped<OtherPlugins>();
        services.AddScoped<TokenCatalogue>();
        services.AddScoped<ISubjectReader, ShopSubjectReader>();
        services.AddSingleton<RentalDesk>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RentalDesk>());
        services.AddSingleton<PluginHost>();
        // The same one for the host and for the plugin class, which stops it on uninstall.
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PluginHost>());
    }
}
