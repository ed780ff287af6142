using System.Diagnostics;

namespace CustomerRadar.StoreTests.Running;

/// <summary>Waits for what nobody announces.</summary>
public static class Wait
{
    /// <summary>How long a store may take to come up again after a restart.</summary>
    public static readonly TimeSpan Restart = TimeSpan.FromMinutes(4);

    /// <summary>How long an invitation that is due may take to end.</summary>
    public static readonly TimeSpan Invitation = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks again and again until what it sees will do.</summary>
    /// <param name="look">What is there now.</param>
    /// <param name="willDo">Whether that is what is waited for.</param>
    /// <param name="what">Names it in the message.</param>
    /// <param name="limit">How long at most.</param>
    /// <exception cref="TimeoutException">It did not come in time; the message has what was seen last.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> willDo, string what, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (willDo(seen))
                return seen;
            if (clock.Elapsed > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {what}. Last seen: {seen}");
            await Task.Delay(Pause);
        }
    }
}
