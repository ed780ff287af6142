using System.Data.Common;
using CustomerRadar.Core;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Gateway.Access;
using CustomerRadar.Gateway.Contacts;
using CustomerRadar.Gateway.Health;
using CustomerRadar.Gateway.Invitations;
using CustomerRadar.Gateway.Pages;
using CustomerRadar.Gateway.Pauses;
using CustomerRadar.Gateway.Settings;
using CustomerRadar.Gateway.Sources;
using CustomerRadar.Gateway.Subjects;
using CustomerRadar.Gateway.Webhooks;
using CustomerRadar.Jobs;
using CustomerRadar.Phones;
using CustomerRadar.Storage;

namespace CustomerRadar.Gateway.Hosting;

/// <summary>Puts the gateway together.</summary>
internal static class GatewayApp
{
    private const string DefaultAddress = "http://127.0.0.1:5700";
    private const string KeyFile = "customerradar-gateway.key";

    /// <summary>A gateway that is ready to start; its tables are there.</summary>
    /// <exception cref="SettingsException">It cannot start with these settings; the message says why.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // A start that fails is told in one sentence by Program, not in a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        configure?.Invoke(builder);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultAddress);
        var settings = new SettingsReader(builder.Configuration).Read();
        var configuration = ConfigurationReader.Read(settings.ConfigurationFile, Environment.GetEnvironmentVariable);
        AddServices(builder.Services, settings, configuration, builder.Configuration);

        var app = builder.Build();
        Map(app);
        await EnsureSchemaAsync(app.Services, settings);
        return app;
    }

    private static void AddServices(IServiceCollection services, GatewaySettings settings, GatewayConfiguration configuration, ConfigurationManager all)
    {
        var key = settings.OperatorKey is { } given
            ? OperatorKey.Of(given)
            : OperatorKey.LoadOrMake(Path.Combine(all["Gateway:DataFolder"] ?? "", KeyFile), out var made) is var loaded && made is not null
                ? Announce(loaded, made)
                : loaded;
        var source = GatewayDatabase.Open(settings.Database, settings.ConnectionString.Reveal());

        services.AddProblemDetails();
        services.AddSingleton(settings);
        services.AddSingleton(configuration);
        services.AddSingleton(key);
        services.AddSingleton(source);
        services.AddSingleton<ContactHashes>();
        services.AddSingleton<ContactRequests>();
        services.AddSingleton<DeliveryTaker>();
        services.AddSingleton<IRuleBooks, FileRuleBooks>();
        services.AddSingleton<ISubjectReader, StoredSubjectReader>();
        services.AddOptions<ApiOptions>().ValidateOnStart().Configure(api =>
        {
            api.TotalTimeout = settings.TotalTimeout;
            api.ConnectTimeout = settings.TotalTimeout < api.ConnectTimeout ? settings.TotalTimeout : api.ConnectTimeout;
            api.RequestsPerSecond = settings.RequestsPerSecond;
        });
        services.AddCustomerRadarCore();
        services.AddCustomerRadarPhones();
        new StorageModule().AddServices(services, new HostDatabase(settings.Database, source, settings.ConnectionString.Reveal()));
        services.AddCustomerRadarJobs(jobs =>
        {
            jobs.Storage = GatewayDatabase.JobStorage(settings.Database);
            jobs.ConnectionString = settings.ConnectionString.Reveal();
            jobs.Workers = 8;
            jobs.DispatchInterval = settings.SweepEvery;
            jobs.PollInterval = TimeSpan.FromSeconds(Math.Min(5, settings.SweepEvery.TotalSeconds));
        });
    }

    private static OperatorKey Announce(OperatorKey key, Secret made)
    {
        Console.WriteLine($"The operator's key, shown this once (later starts know only its hash): {made.Reveal()}");
        return key;
    }

    private static void Map(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapWebhooks();
        app.MapHealth();
        var key = app.Services.GetRequiredService<OperatorKey>();
        var reading = app.MapGroup("").AddEndpointFilter(new OperatorFilter(key));
        reading.MapPages();
        reading.MapInvitations();
        reading.MapPauses();
        var writing = app.MapGroup("").AddEndpointFilter(new OperatorFilter(key, always: true));
        writing.MapCommands();
        writing.MapOptOuts();
        writing.MapErasures();
        writing.MapResume();
    }

    private static async Task EnsureSchemaAsync(IServiceProvider services, GatewaySettings settings)
    {
        try
        {
            await services.GetRequiredService<ISchema>().EnsureAsync(CancellationToken.None);
        }
        catch (DbException problem)
        {
            throw new SettingsException(
            [
                $"The {settings.Database} database of Storage:ConnectionString cannot be used: {problem.Message} Check that it runs, that the address is right, and that the user may create tables.",
            ]);
        }
    }
}
