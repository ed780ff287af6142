using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Sandbox.Tests;

/// <summary>A clock that stands still until told, and tells when somebody has begun to wait on it.</summary>
internal sealed class ObservedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task TimerSet => _timerSet.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            _timerSet.TrySetResult();
        return timer;
    }
}
