using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Named leases as the storage keeps them, by a clock that the test moves.</summary>
internal sealed class MemoryLeases(TimeProvider time) : INamedLeases
{
    private readonly Dictionary<string, (string Holder, DateTimeOffset Until)> _held = [];

    /// <summary>What the database does before it answers.</summary>
    public Func<Task> WhenAsked { get; set; } = () => Task.CompletedTask;

    /// <summary>What a test does once a lease was taken or prolonged.</summary>
    public Action WhenAnswered { get; set; } = () => { };

    /// <summary>Who holds a lease now; null for nobody.</summary>
    public string? Holder(string name)
    {
        lock (_held)
            return _held.TryGetValue(name, out var lease) && lease.Until >= time.GetUtcNow() ? lease.Holder : null;
    }

    public async Task<bool> TryTakeAsync(string name, string holder, TimeSpan length, CancellationToken cancellationToken)
    {
        await WhenAsked();
        lock (_held)
        {
            if (Holder(name) is { } other && other != holder)
                return false;
            _held[name] = (holder, time.GetUtcNow() + length);
        }

        WhenAnswered();
        return true;
    }

    public async Task<int> CountAsync(string prefix, CancellationToken cancellationToken)
    {
        await WhenAsked();
        lock (_held)
            return _held.Keys.Count(name => name.StartsWith(prefix, StringComparison.Ordinal) && Holder(name) is not null);
    }

    public async Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken)
    {
        await WhenAsked();
        lock (_held)
        {
            if (Holder(name) == holder)
                _held.Remove(name);
        }
    }
}
