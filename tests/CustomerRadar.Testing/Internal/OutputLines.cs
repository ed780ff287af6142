namespace CustomerRadar.Testing.Internal;

/// <summary>The last lines that a process wrote, and those who wait for one.</summary>
internal sealed class OutputLines(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> _waiters = [];
    private bool _ended;

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > capacity)
                _lines.Dequeue();
            _waiters.RemoveAll(waiter => waiter.Matches(line) && waiter.Found.TrySetResult(line));
        }
    }

    /// <summary>No more lines will come: whoever waits gets <see cref="EndOfStreamException"/>.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _waiters.ForEach(waiter => waiter.Found.TrySetException(new EndOfStreamException()));
            _waiters.Clear();
        }
    }

    public Task<string> FirstAsync(Func<string, bool> matches)
    {
        lock (_lock)
        {
            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_lines.FirstOrDefault(matches) is { } line)
                found.SetResult(line);
            else if (_ended)
                found.SetException(new EndOfStreamException());
            else
                _waiters.Add((matches, found));
            return found.Task;
        }
    }

    public IReadOnlyList<string> Snapshot()
    {
        lock (_lock)
            return [.. _lines];
    }
}
