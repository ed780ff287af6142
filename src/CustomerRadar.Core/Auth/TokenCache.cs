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
    private readonly RefusedLogIns _refusals;
    private readonly TimeProvider _time;
    private long _serial;

    internal TokenCache(LogIn logIn, RefusedLogIns refusals, TimeProvider time)
    {
        _logIn = logIn;
        _refusals = refusals;
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

    /// <summary>How many log-ins have a token or are under way.</summary>
    internal int Kept => _entries.Count;

    private Task<TokenResult> AskAsync(Connection connection, long newerThan, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = _entries.GetOrAdd((connection.BaseAddress, connection.Username, connection.Password), _ => new Entry());
            lock (entry.Lock)
            {
                if (entry.IsForgotten)
                    continue;
                if (IsValid(entry) && entry.Token!.Serial > newerThan)
                    return Task.FromResult<TokenResult>(new TokenResult.Granted(entry.Token));
                entry.Running ??= Task.Run(() => LogInAsync(connection, entry), CancellationToken.None);
                return entry.Running.WaitAsync(cancellationToken);
            }
        }
    }

    private bool IsValid(Entry entry) => entry.Token is not null && _time.GetElapsedTime(entry.AskedAt) < entry.Life;

    private async Task<TokenResult> LogInAsync(Connection connection, Entry entry)
    {
        try
        {
            var granted = await _logIn.TryAsync(connection, CancellationToken.None);
            if (granted.Failure is { } failure)
            {
                // Before anybody may ask again.
                if (failure is TokenResult.Refused refused)
                    _refusals.Keep(connection, refused);
                return failure;
            }

            _refusals.Forget(connection);

            var token = new AccessToken(granted.Token!, Interlocked.Increment(ref _serial));
            lock (entry.Lock)
                (entry.Token, entry.AskedAt, entry.Life) = (token, granted.AskedAt, granted.Life);
            return new TokenResult.Granted(token);
        }
        finally
        {
            lock (entry.Lock)
                entry.Running = null;
            Forget();
        }
    }

    /// <summary>Lets go of what is of no more use, so that wrong and changed passwords do not stay in memory.</summary>
    private void Forget()
    {
        foreach (var (key, entry) in _entries)
        {
            lock (entry.Lock)
            {
                if (entry.Running is not null || IsValid(entry))
                    continue;
                entry.IsForgotten = true;
                _entries.TryRemove(key, out _);
            }
        }
    }

    private sealed class Entry
    {
        public Lock Lock { get; } = new();

        public AccessToken? Token { get; set; }

        public long AskedAt { get; set; }

        public TimeSpan Life { get; set; }

        public Task<TokenResult>? Running { get; set; }

        public bool IsForgotten { get; set; }
    }
}
