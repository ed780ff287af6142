using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>A PostgreSQL database, a sandbox of Customer Radar, a shop and one node, on one clock that the test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly List<Node> _nodes = [];

    private World(PostgresDatabase database, SandboxApp sandbox, MovableTime time)
    {
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

    public static async Task<World> CreateAsync()
    {
        var time = new MovableTime();
        var world = new World(await PostgresDatabase.CreateAsync(), await SandboxApp.StartAsync(new SandboxOptions { TimeProvider = time }), time);
        await world.ExecuteAsync("CREATE TABLE TestClock (Millis bigint NOT NULL)");
        await world.ExecuteAsync("INSERT INTO TestClock (Millis) VALUES (0)");
        await world.AddNode().Service<ISchema>().EnsureAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Another process on the same database.</summary>
    public Node AddNode()
    {
        _nodes.Add(Whole.Node.Of(_database, Shop, Time, $"node-{_nodes.Count + 1}"));
        return _nodes[^1];
    }

    /// <summary>Moves the clock of everybody: nodes, database, sandbox.</summary>
    public async Task MoveTimeAsync(TimeSpan by)
    {
        Time.Move(by);
        await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE TestClock SET Millis = Millis + {(long)by.TotalMilliseconds}"));
    }

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
