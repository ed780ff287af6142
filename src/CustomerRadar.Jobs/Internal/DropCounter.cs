namespace CustomerRadar.Jobs.Internal;

/// <summary>Counts drops and reports them at most once a minute, never on the thread that dropped.</summary>
internal sealed class DropCounter(TimeProvider time, Action<Exception?, long> report)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long _count;
    private Exception? _last;
    private long? _reportedAt;
    private bool _reporting;

    public void Count(Exception? failure)
    {
        lock (_lock)
        {
            _count++;
            _last = failure ?? _last;
            if (_reporting || (_reportedAt is { } at && time.GetElapsedTime(at) < Quiet))
                return;
            _reporting = true;
        }

        _ = Detached.Run(Report);
    }

    private Task Report()
    {
        long count;
        Exception? last;
        lock (_lock)
        {
            (count, last) = (_count, _last);
            (_count, _last, _reportedAt, _reporting) = (0, null, time.GetTimestamp(), false);
        }

        report(last, count);
        return Task.CompletedTask;
    }
}
