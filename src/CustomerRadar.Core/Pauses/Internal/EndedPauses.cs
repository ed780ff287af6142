using System.Collections.Concurrent;

namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>
/// Pauses for a refused log-in that this process began and did not find again: other nodes, whose settings read otherwise, end them. Without a memory of its own
/// this process would ask with a wrong password at every sweep, until Customer Radar locks the user. By the settings' mark: others are free at once.
/// </summary>
internal sealed class EndedPauses(TimeProvider time)
{
    private readonly ConcurrentDictionary<PauseScope, Refusal> _refusals = new();

    /// <summary>A log-in was refused while no pause of these settings stood. Once may be chance, since a person may have resumed; from the second time on this process waits.</summary>
    public void Count(PauseScope connection, string settings) => _refusals.AddOrUpdate(
        connection,
        _ => new Refusal(settings, time.GetTimestamp(), Earlier: 0),
        (_, last) => new Refusal(settings, time.GetTimestamp(), last.Settings == settings && !IsLongAgo(last) ? last.Earlier + 1 : 0));

    /// <summary>True while this process leaves the connection to others.</summary>
    public bool IsWaiting(PauseScope connection, string settings) =>
        _refusals.TryGetValue(connection, out var last) && last.Settings == settings && last.Earlier > 0
        && time.GetElapsedTime(last.At) < PausePolicy.WaitAfterLogIn(last.Earlier);

    /// <summary>The log-in works.</summary>
    public void Forget(PauseScope connection) => _refusals.TryRemove(connection, out _);

    private bool IsLongAgo(Refusal last) => time.GetElapsedTime(last.At) > 2 * PausePolicy.LongestWait;

    private sealed record Refusal(string Settings, long At, int Earlier);
}
