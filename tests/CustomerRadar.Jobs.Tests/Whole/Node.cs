using CustomerRadar.Core;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using CustomerRadar.Phones;
using CustomerRadar.Storage;
using CustomerRadar.Storage.Internal;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>One process of a host with everything as it is: client, jobs, storage on PostgreSQL, phones. Only Hangfire's clockwork is left out; the tests run the jobs.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Node(ServiceProvider services) => _services = services;

    public IOutbox Outbox => Service<IOutbox>();

    public IInvitationQueries Queries => Service<IInvitationQueries>();

    public InvitationPlanner Planner => Service<InvitationPlanner>();

    public static Node Of(PostgresDatabase database, Shop shop, MovableTime time, string worker, Action<Core.Api.ApiOptions>? api)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(time);
        // The database's clock is the test's too: what the tables know of time is in one row.
        services.AddSingleton(new Database(database.DataSource, new PostgreSqlDialect { Now = MovedNow }));
        new StorageModule().AddServices(services, new HostDatabase(DatabaseProduct.PostgreSql, database.DataSource, database.ConnectionString));
        new PhonesModule().AddServices(services, new HostDatabase(DatabaseProduct.PostgreSql, database.DataSource, database.ConnectionString));
        services.AddCustomerRadarCore(options => options.Worker = worker);
        services.Configure<Core.Api.ApiOptions>(options => (options.RequestsPerSecond, options.Burst) = (100, 100));
        if (api is not null)
            services.Configure(api);
        services.AddSingleton<IRuleBooks>(shop);
        services.AddSingleton<ISubjectReader>(shop);
        services.AddSingleton<IInvitationScheduler>(new NoWakeUps());
        services.AddScoped<SendInvitationJob>();
        return new Node(services.BuildServiceProvider(validateScopes: true));
    }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Plans order <paramref name="number"/>, which was paid just now or when the test says.</summary>
    public async Task<InvitationId> PlanAsync(int number, DateTimeOffset? paidAt = null)
    {
        return (await PlanAllAsync(number, paidAt))[0];
    }

    /// <summary>Plans an order under all its rules, in their order.</summary>
    public async Task<IReadOnlyList<InvitationId>> PlanAllAsync(int number, DateTimeOffset? paidAt = null)
    {
        var at = paidAt ?? Service<TimeProvider>().GetUtcNow().AddSeconds(-1);
        var results = await Planner.PlanAsync(
            new Interaction(Shop.Store, Trigger.OrderPaid, Shop.Order(number), at, InteractionOrigin.Event), CancellationToken.None);
        return [.. results.Select(result => result.Id!.Value)];
    }

    /// <summary>Runs the row's own job.</summary>
    public async Task RunJobAsync(InvitationId id)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendInvitationJob>().RunAsync(id.Value, CancellationToken.None);
    }

    /// <summary>Runs a periodic work.</summary>
    public async Task RunWorkAsync(string name)
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IPeriodicWork>().Single(work => work.Name == name).RunAsync(CancellationToken.None);
    }

    /// <summary>Runs one sweep to its end.</summary>
    public Task<SweepResult> SweepAsync() => Service<InvitationDispatcher>().SweepAsync(CancellationToken.None);

    public async Task<InvitationRow> RowAsync(InvitationId id) => (await Queries.FindAsync(id, CancellationToken.None))!;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private const string MovedNow = "(CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint) + (SELECT Millis FROM TestClock))";

    private sealed class NoWakeUps : IInvitationScheduler
    {
        public void Schedule(InvitationId id, DateTimeOffset dueAt)
        {
        }
    }
}
