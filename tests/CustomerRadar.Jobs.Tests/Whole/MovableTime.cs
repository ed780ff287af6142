namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Real time that a test can jump ahead: clocks and elapsed times jump, running timers go on as they were.</summary>
internal sealed class MovableTime : TimeProvider
{
    private long _offset;

    public void Move(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Interlocked.Read(ref _offset);
}
