using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Rules;

/// <summary>All rules and connections as they were read at one moment. Immutable, so that a consumer can ask it without I/O.</summary>
public sealed class RuleBook
{
    private readonly IReadOnlyDictionary<StoreKey, Connection> _connections;
    private readonly Dictionary<RuleKey, SendRule> _byKey;
    private readonly HashSet<RuleKey> _unreadable;

    /// <param name="rules">Every rule, enabled or not.</param>
    /// <param name="connections">The connection of every store that has one.</param>
    /// <param name="unreadable">Rules that are there and cannot be read; null for none.</param>
    public RuleBook(IEnumerable<SendRule> rules, IReadOnlyDictionary<StoreKey, Connection> connections, IEnumerable<RuleKey>? unreadable = null)
    {
        _unreadable = [.. unreadable ?? []];
        _byKey = rules.ToDictionary(rule => rule.Key);
        _connections = connections;
    }

    /// <summary>No rules, no connections.</summary>
    public static RuleBook Empty { get; } = new([], new Dictionary<StoreKey, Connection>());

    /// <summary>Every rule.</summary>
    public IReadOnlyCollection<SendRule> Rules => _byKey.Values;

    /// <summary>The keys of every rule that exists, readable or not.</summary>
    public IEnumerable<RuleKey> Keys => _byKey.Keys.Concat(_unreadable);

    /// <summary>The stores that have a connection.</summary>
    public IEnumerable<StoreKey> Stores => _connections.Keys;

    /// <summary>The connection of a store; null when it has none.</summary>
    public Connection? ConnectionOf(StoreKey store) => _connections.GetValueOrDefault(store);

    /// <summary>A rule by its key; null when it was deleted, or cannot be read.</summary>
    public SendRule? Find(RuleKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>True for a rule that exists and cannot be read: nothing is known of it, so nothing is done in its name.</summary>
    public bool IsUnreadable(RuleKey key) => _unreadable.Contains(key);

    /// <summary>True when a rule exists that cannot be read: neither its trigger nor its store is known.</summary>
    public bool HasUnreadable => _unreadable.Count > 0;

    /// <summary>
    /// The enabled rules for a trigger at a store. Rules of the store itself replace those for all stores; a rule for all stores
    /// serves a store that has a connection, and only those of its client when it names one.
    /// </summary>
    public IReadOnlyList<SendRule> Matching(StoreKey store, Trigger trigger)
    {
        if (ConnectionOf(store) is not { } connection)
            return [];
        var enabled = _byKey.Values.Where(rule => rule.Enabled && rule.Trigger == trigger).ToList();
        var own = enabled.Where(rule => rule.Store == store).ToList();
        return own.Count > 0 ? own : [.. enabled.Where(rule => rule.Store is null && IsOfClient(rule, connection))];
    }

    /// <summary>
    /// The stores with a connection that a rule for all stores leaves out, since their client at Customer Radar is another: to be named when it
    /// is saved. Empty for a rule of one store.
    /// </summary>
    public IReadOnlyList<StoreKey> NotServedBy(SendRule rule) => rule.Store is null
        ? [.. _connections.Where(pair => !IsOfClient(rule, pair.Value)).Select(pair => pair.Key).OrderBy(store => store.ToString(), StringComparer.Ordinal)]
        : [];

    private static bool IsOfClient(SendRule rule, Connection connection) => rule.Client is not { } client || client == connection.ClientDisplayId;
}
