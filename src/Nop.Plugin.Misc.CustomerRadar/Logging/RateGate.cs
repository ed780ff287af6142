namespace Nop.Plugin.Misc.CustomerRadar.Logging;

/// <summary>Lets so many pass in a minute and counts the rest.</summary>
internal sealed class RateGate(int perMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _minuteBegan = time.GetTimestamp();
    private int _passed;
    private int _dropped;

    /// <summary>True when this one may pass; then <paramref name="dropped"/> says how many have not since the last one that did.</summary>
    public bool TryPass(out int dropped)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_minuteBegan) >= TimeSpan.FromMinutes(1))
            {
                _minuteBegan = time.GetTimestamp();
                _passed = 0;
            }

            if (_passed >= perMinute)
            {
                dropped = 0;
                _dropped++;
                return false;
            }

            _passed++;
            dropped = _dropped;
            _dropped = 0;
            return true;
        }
    }
}
