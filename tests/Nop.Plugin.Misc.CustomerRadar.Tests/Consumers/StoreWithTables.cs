using CustomerRadar.Core;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>A store whose consumers write into our real tables, on a PostgreSQL database of its own.</summary>
internal sealed class StoreWithTables : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly ServiceProvider _services;

    private StoreWithTables(PostgresDatabase database, IReadOnlyCollection<SendRule> rules)
    {
        _database = database;
        var connection = new Connection
        {
            Key = ConnectionKey.Parse("store-1"),
            Username = "testing",
            Password = new Secret("testing12345"),
            ClientDisplayId = ClientDisplayId.Parse("client"),
        };
        var books = new Mock<IRuleBooks>(MockBehavior.Strict);
        books.SetupGet(x => x.Current).Returns(new RuleBook(rules, new Dictionary<StoreKey, Connection> { [StoreKey.Parse("1")] = connection }));
        var gate = new PluginGate();
        gate.Open();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(gate)
            .AddSingleton<ConsumerTrouble>()
            .AddScoped<EventIntake>()
            .AddScoped<OrderEvents>()
            .AddSingleton(books.Object)
            .AddSingleton(Mock.Of<IInvitationScheduler>());
        new StorageModule().AddServices(services, new HostDatabase(DatabaseProduct.PostgreSql, database.DataSource, database.ConnectionString));
        services.AddCustomerRadarCore();
        _services = services.BuildServiceProvider();
    }

    public static async Task<StoreWithTables> OpenAsync(params SendRule[] rules)
    {
        var store = new StoreWithTables(await PostgresDatabase.CreateAsync(), rules);
        await store._services.GetRequiredService<ISchema>().EnsureAsync(CancellationToken.None);
        return store;
    }

    /// <summary>A consumer as the store makes it: in the scope of a request.</summary>
    public T Consumer<T>() => ActivatorUtilities.CreateInstance<T>(_services.CreateScope().ServiceProvider);

    public async Task<IReadOnlyList<InvitationState>> StatesAsync() =>
        [.. (await _services.GetRequiredService<IInvitationQueries>().ListAsync(new InvitationFilter(null), 1, 50, CancellationToken.None)).Items.Select(row => row.State)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
