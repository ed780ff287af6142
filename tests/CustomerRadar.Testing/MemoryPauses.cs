using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Testing;

/// <summary>Pauses in memory, on the test's clock.</summary>
public sealed class MemoryPauses(TimeProvider time) : IPauses
{
    public Dictionary<PauseScope, Pause> Known { get; } = [];

    public Task<PauseReading> ReadAsync(IReadOnlyCollection<PauseScope> scopes, CancellationToken cancellationToken) =>
        Task.FromResult(new PauseReading([.. Known.Values.Where(pause => scopes.Contains(pause.Scope))], time.GetUtcNow()));

    public Task<Pause?> ChangeAsync(PauseScope scope, Func<Pause?, DateTimeOffset, Pause?> decide, CancellationToken cancellationToken)
    {
        var after = decide(Known.GetValueOrDefault(scope), time.GetUtcNow());
        if (after is null)
            Known.Remove(scope);
        else
            Known[scope] = after;
        return Task.FromResult(after);
    }

    public Task<PauseReading> ListAsync(CancellationToken cancellationToken) => Task.FromResult(new PauseReading([.. Known.Values], time.GetUtcNow()));
}
