using CustomerRadar.Core.Invitations;
using CustomerRadar.Jobs.Internal;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs;

/// <summary>
/// Sweeps the outbox: at start-up, and then every <see cref="JobsOptions.DispatchInterval"/>. It takes no lease over the nodes: rows are
/// leased one by one, so sweeping on several nodes at once is harmless. The name of this type and of its method stand in stored jobs:
/// never rename or move them.
/// </summary>
public sealed partial class DispatchJob
{
    private readonly InvitationDispatcher _dispatcher;
    private readonly SweepGate _gate;
    private readonly ILogger<DispatchJob> _log;

    internal DispatchJob(InvitationDispatcher dispatcher, SweepGate gate, ILogger<DispatchJob> log)
    {
        _dispatcher = dispatcher;
        _gate = gate;
        _log = log;
    }

    /// <summary>Sweeps until nothing is overdue; does nothing while an earlier sweep of this process still runs.</summary>
    /// <param name="cancellationToken">The server is stopping.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var entry = _gate.TryEnter();
        if (entry is null)
            return;

        var result = await _dispatcher.SweepAsync(cancellationToken);
        if (result.Sent > 0 || result.Expired.BackToPending > 0)
            LogSwept(result.Sent, result.Expired.BackToPending);
    }

    [LoggerMessage(3022, LogLevel.Information, "The sweep worked on {Sent} overdue invitations and gave back {BackToPending} whose worker had ended")]
    private partial void LogSwept(int sent, int backToPending);
}
