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
    /// <param name="orderId">The order whose interaction could not be recorded.</param>
    public void Report(Exception problem, int orderId)
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

        LogTrouble(problem, orderId, unreported);
    }

    [LoggerMessage(5000, LogLevel.Error, "Order {OrderId} could not be recorded for an invitation ({Unreported} more since the last message)")]
    private partial void LogTrouble(Exception problem, int orderId, int unreported);
}
