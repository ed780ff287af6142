using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Tests;

/// <summary>Keeps what a node logs, and says when a line comes.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<LogLine> _lines = [];
    private readonly List<(int EventId, TaskCompletionSource<LogLine> Waiter)> _waiters = [];

    /// <summary>The lines of one event so far.</summary>
    public IReadOnlyList<LogLine> Of(int eventId)
    {
        lock (_lines)
            return [.. _lines.Where(line => line.EventId == eventId)];
    }

    /// <summary>Ends with the next line of an event.</summary>
    public Task<LogLine> NextAsync(int eventId)
    {
        var waiter = new TaskCompletionSource<LogLine>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lines)
            _waiters.Add((eventId, waiter));
        return waiter.Task.WaitAsync(TestNode.Patience);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = new LogLine(eventId.Id, logLevel, formatter(state, exception), exception);
        lock (_lines)
        {
            _lines.Add(line);
            foreach (var (_, waiter) in _waiters.Where(waiter => waiter.EventId == eventId.Id))
                waiter.TrySetResult(line);
            _waiters.RemoveAll(waiter => waiter.EventId == eventId.Id);
        }
    }

    public void Dispose()
    {
    }
}
