using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>
/// What this process was refused of log-ins, so that rows that were on their way when the answer came do not ask once more. Kept by a hash under a key of
/// this process: a wrong password does not stay in memory.
/// </summary>
internal sealed class RefusedLogIns(TimeProvider time)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Refusal> _refusals = new();

    /// <summary>The answer that came after an instant of the monotonic clock, or is being told; null when none did.</summary>
    public TokenResult.Refused? Since(Connection connection, long timestamp) =>
        _refusals.TryGetValue(Sign(connection), out var last) && last.At > timestamp ? last.Answer : null;

    /// <summary>A log-in was refused.</summary>
    public void Keep(Connection connection, TokenResult.Refused answer)
    {
        foreach (var (sign, last) in _refusals.Where(entry => entry.Value.At != long.MaxValue && IsLongAgo(entry.Value.At)))
            _refusals.TryRemove(KeyValuePair.Create(sign, last));
        Change(connection, answer, last => last with { Answer = answer, At = time.GetTimestamp() });
    }

    /// <summary>The connection's pause is about to tell of it: until <see cref="Told"/> nobody asks, whenever they looked.</summary>
    public void Tell(Connection connection, TokenResult.Refused answer) => Change(connection, answer, last => last with { Answer = answer, At = long.MaxValue });

    /// <summary>The pause tells of it.</summary>
    public void Told(Connection connection, TokenResult.Refused answer) => Change(connection, answer, last => last with { At = time.GetTimestamp() });

    /// <summary>The log-in works.</summary>
    public void Forget(Connection connection) => _refusals.TryRemove(Sign(connection), out _);

    private void Change(Connection connection, TokenResult.Refused answer, Func<Refusal, Refusal> change) => _refusals.AddOrUpdate(
        Sign(connection), _ => change(new Refusal(answer, At: 0)), (_, last) => change(last));

    private bool IsLongAgo(long timestamp) => time.GetElapsedTime(timestamp) > PausePolicy.LongestWait;

    private string Sign(Connection connection) => Convert.ToHexString(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{connection.BaseAddress}\n{connection.Username}\n{connection.Password.Reveal()}")));

    private sealed record Refusal(TokenResult.Refused Answer, long At);
}
