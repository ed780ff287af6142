using Hangfire.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// Hands Hangfire's log to ours. Its information is our debug: it tells a merchant nothing. One logger for all of Hangfire, made before,
/// since a provider that is asked after the end of its host must not throw.
/// </summary>
internal sealed partial class HangfireLog(ILogger log) : ILogProvider
{
    private readonly ILogger _log = log;
    private volatile bool _silent;

    public ILog GetLogger(string name) => new Log(this, name);

    /// <summary>After the end: threads that could not be stopped in time have nothing more to say.</summary>
    public void Silence() => _silent = true;

    [LoggerMessage(EventId = 3050, Message = "{Component}: {Message}")]
    private static partial void Write(ILogger log, LogLevel level, Exception? exception, string component, string message);

    private sealed class Log(HangfireLog owner, string name) : ILog
    {
        private readonly string _component = name[(name.LastIndexOf('.') + 1)..];

        bool ILog.Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
        {
            var level = logLevel switch
            {
                Hangfire.Logging.LogLevel.Fatal => LogLevel.Critical,
                Hangfire.Logging.LogLevel.Error => LogLevel.Error,
                Hangfire.Logging.LogLevel.Warn => LogLevel.Warning,
                Hangfire.Logging.LogLevel.Info => LogLevel.Debug,
                _ => LogLevel.Trace,
            };
            if (owner._silent || !owner._log.IsEnabled(level))
                return false;
            if (messageFunc?.Invoke() is { } message)
                Write(owner._log, level, exception, _component, message);
            return true;
        }
    }
}
