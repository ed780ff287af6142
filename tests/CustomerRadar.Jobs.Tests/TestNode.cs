using CustomerRadar.Core;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;

namespace CustomerRadar.Jobs.Tests;

/// <summary>One process of a host, with Core and the jobs as they are and a fake database behind them.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    /// <summary>How long a test waits for what should come at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    public TestNode(Action<JobsOptions> configure, FakeOutbox? outbox = null, Action<IServiceCollection>? more = null)
    {
        Outbox = outbox ?? new FakeOutbox();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Log));
        services.AddCustomerRadarCore();
        // Core's own have tables behind them, which a fake database has not: WorksOnTablesTests.
        services.RemoveAll<IPeriodicWork>();
        services.AddCustomerRadarJobs(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(200);
            options.DispatchInterval = TimeSpan.FromHours(1);
            configure(options);
        });
        services.AddSingleton<IOutbox>(Outbox);
        services.AddSingleton<INamedLeases>(provider => new MemoryLeases(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(Mock.Of<IRuleBooks>(books => books.ReadAsync(It.IsAny<CancellationToken>()) == Task.FromResult(RuleBook.Empty)));
        services.AddScoped(_ => Mock.Of<ISubjectReader>());
        services.AddSingleton(Mock.Of<IPhoneNumbers>());
        services.AddSingleton(Mock.Of<IInvitationCommands>());
        services.AddSingleton(Mock.Of<IKeptValues>());
        services.AddSingleton(Mock.Of<IReservations>());
        services.AddSingleton(Mock.Of<ISuppressions>());
        services.AddSingleton(Mock.Of<IPauses>(pauses =>
            pauses.ListAsync(It.IsAny<CancellationToken>()) == Task.FromResult(new PauseReading(Array.Empty<Pause>(), DateTimeOffset.UnixEpoch))));
        more?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeOutbox Outbox { get; }

    public LogLines Log { get; } = new();

    public IJobServer Server => _services.GetRequiredService<IJobServer>();

    public IInvitationScheduler Scheduler => _services.GetRequiredService<IInvitationScheduler>();

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts and waits until jobs are worked on.</summary>
    public async Task<TestNode> StartAsync()
    {
        var started = Log.NextAsync(3000);
        await Server.StartAsync(CancellationToken.None);
        await started;
        return this;
    }

    public Task StopAsync() => Server.StopAsync(Patience, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
