using System.Collections.Concurrent;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth.Internal;

namespace CustomerRadar.Core.Auth;

/// <summary>
/// One token for each log-in (address, user name, password), however many workers ask: they share one log-in call. Failures are never kept.
/// Lives are counted on a monotonic clock from before the log-in left, so that a changed system clock neither shortens nor stretches them.
/// </summary>
public sealed class TokenCache
{
    private readonly ConcurrentDictionary<(BaseAddress, string, Secret), Entry> _entries = new();
    private readonly LogIn _logIn;
    private readonly TimeProvider _time;
    private long _serial;

    internal TokenCache(LogIn logIn, TimeProvider time)
    {
        _logIn = logIn;
        _time = time;
    }

    /// <summary>A token that is valid for longer than a request takes.</summary>
    /// <param name="connection">Whose.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, not the log-in that others wait for too.</param>
    public Task<TokenResult> GetAsync(Connection connection, CancellationToken cancellationToken) =>
        AskAsync(connection, newerThan: 0, cancellationToken);

    /// <summary>A token other than one that the API did not take: a newer one that is there already, else that of one log-in shared by all who ask.</summary>
    /// <param name="connection">Whose.</param>
    /// <param name="rejected">The token that was not taken.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, not the log-in that others wait for too.</param>
    public Task<TokenResult> RenewAsync(Connection connection, AccessToken rejected, CancellationToken cancellationToken) =>
        AskAsync(connection, rejected.Serial, cancellationToken);

    /// <summary>
    /// Asks whether a log-in works now: one log-in shared by all who ask meanwhile, even if a valid token is there. Its token replaces the
    /// one in the cache; a failure leaves that one alone.
    /// </summary>
    /// <param name="connection">Whose.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, not the log-in that others wait for too.</param>
    public Task<TokenResult> RefreshAsync(Connection connection, CancellationToken cancellationToken) =>
        AskAsync(connection, newerThan: long.MaxValue, cancellationToken);

    private Task<TokenResult> AskAsync(Connection connection, long newerThan, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd((connection.BaseAddress, connection.Username, connection.Password), _ => new Entry());
        Task<TokenResult> logIn;
        lock (entry.Lock)
        {
            if (entry.Token is { } token && token.Serial > newerThan && _time.GetElapsedTime(entry.AskedAt) < entry.Life)
                return Task.FromResult<TokenResult>(new TokenResult.Granted(token));
            logIn = entry.Running ??= Task.Run(() => LogInAsync(connection, entry), CancellationToken.None);
        }

        return logIn.WaitAsync(cancellationToken);
    }

    private async Task<TokenResult> LogInAsync(Connection connection, Entry entry)
    {
        try
        {
            var granted = await _logIn.TryAsync(connection, CancellationToken.None);
            if (granted.Failure is { } failure)
                return failure;

            var token = new AccessToken(granted.Token!, Interlocked.Increment(ref _serial));
            lock (entry.Lock)
                (entry.Token, entry.AskedAt, entry.Life) = (token, granted.AskedAt, granted.Life);
            return new TokenResult.Granted(token);
        }
        finally
        {
            lock (entry.Lock)
                entry.Running = null;
        }
    }

    private sealed class Entry
    {
        public Lock Lock { get; } = new();

        public AccessToken? Token { get; set; }

        public long AskedAt { get; set; }

        public TimeSpan Life { get; set; }

        public Task<TokenResult>? Running { get; set; }
    }
}
