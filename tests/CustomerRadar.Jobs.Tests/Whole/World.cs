using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>A PostgreSQL database, a sandbox of Customer Radar, a shop and one node, on one clock that the test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly List<Node> _nodes = [];
    private readonly Action<ApiOptions>? _api;

    private World(PostgresDatabase database, SandboxApp sandbox, MovableTime time, Action<ApiOptions>? api)
    {
        _api = api;
        _database = database;
        Sandbox = sandbox;
        Time = time;
        Shop = new Shop(sandbox.Address);
    }

    public SandboxApp Sandbox { get; private set; }

    public MovableTime Time { get; }

    public Shop Shop { get; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The first node.</summary>
    public Node Node => _nodes[0];

    /// <param name="api">Changes how the nodes call; null for the same as ever.</param>
    public static async Task<World> CreateAsync(Action<ApiOptions>? api = null)
    {
        var time = new MovableTime();
        var world = new World(await PostgresDatabase.CreateAsync(), await SandboxApp.StartAsync(new SandboxOptions { TimeProvider = time }), time, api);
        await world.ExecuteAsync("CREATE TABLE TestClock (Millis bigint NOT NULL)");
        await world.ExecuteAsync("INSERT INTO TestClock (Millis) VALUES (0)");
        await world.AddNode().Service<ISchema>().EnsureAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Another process on the same database.</summary>
    /// <param name="shop">What this process reads of the shop, where it is not what the others read.</param>
    public Node AddNode(Shop? shop = null)
    {
        _nodes.Add(Whole.Node.Of(_database, shop ?? Shop, Time, $"node-{_nodes.Count + 1}", _api));
        return _nodes[^1];
    }

    /// <summary>Moves the clock of everybody: nodes, database, sandbox.</summary>
    public async Task MoveTimeAsync(TimeSpan by)
    {
        Time.Move(by);
        await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE TestClock SET Millis = Millis + {(long)by.TotalMilliseconds}"));
    }

    /// <summary>Ends the sandbox: nobody listens at its address until <see cref="StartSandboxAsync"/>.</summary>
    public ValueTask StopSandboxAsync() => Sandbox.DisposeAsync();

    /// <summary>A sandbox that knows nothing of the one before, at its address.</summary>
    public async Task StartSandboxAsync() => Sandbox = await SandboxApp.StartAsync(new SandboxOptions { TimeProvider = Time, Listen = Sandbox.Address });

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await Sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = _database.DataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
