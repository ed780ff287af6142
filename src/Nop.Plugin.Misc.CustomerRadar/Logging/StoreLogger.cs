using Microsoft.Extensions.Logging;
using StoreLogLevel = Nop.Core.Domain.Logging.LogLevel;

namespace Nop.Plugin.Misc.CustomerRadar.Logging;

/// <summary>Turns a log message of ours into an entry of the store's log.</summary>
internal sealed class StoreLogger(Action<StoreLogEntry> write) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Warning or LogLevel.Error or LogLevel.Critical;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var level = logLevel == LogLevel.Warning ? StoreLogLevel.Warning : logLevel == LogLevel.Error ? StoreLogLevel.Error : StoreLogLevel.Fatal;
        write(new StoreLogEntry(level, $"Customer Radar: {formatter(state, exception)}", exception?.ToString() ?? ""));
    }
}
