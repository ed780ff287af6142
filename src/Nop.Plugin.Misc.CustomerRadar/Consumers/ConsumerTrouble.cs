using Microsoft.Extensions.Logging;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>Logs what went wrong in a consumer, once a minute at most: a database that is away would otherwise fill the log with every order.</summary>
public sealed partial class ConsumerTrouble(ILogger<ConsumerTrouble> log, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long? _lastReport;
    private int _unreported;

    /// <summary>Records a failure.</summary>
    /// <param name="problem">What went wrong.</param>
    /// <param name="subject">What could not be recorded, for example <c>order:123</c>; never a name or an address.</param>
    public void Report(Exception problem, string subject)
    {
        int unreported;
        lock (_lock)
        {
            if (_lastReport is { } last && time.GetElapsedTime(last) < Quiet)
            {
                _unreported++;
                return;
            }

            _lastReport = time.GetTimestamp();
            unreported = _unreported;
            _unreported = 0;
        }

        LogTrouble(problem, subject, unreported);
    }

    [LoggerMessage(5000, LogLevel.Error, "An event of {Subject} could not be recorded for its invitation ({Unreported} more since the last message)")]
    private partial void LogTrouble(Exception problem, string subject, int unreported);
}
