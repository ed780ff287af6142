using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>
/// Writes an outcome to its row, and asks for the next job when the row waits again. An outcome that is known is worth some patience:
/// while the database is away the write is tried again, since a lost one leaves the row Unconfirmed.
/// </summary>
internal sealed partial class OutcomeRecorder(
    IOutbox outbox,
    IInvitationScheduler scheduler,
    SendingSettings settings,
    TimeProvider time,
    ILogger<OutcomeRecorder> log)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    public async Task RecordAsync(LeasedInvitation invitation, InvitationChange change)
    {
        var lease = invitation.Lease;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Not cancellable: a worker that is stopping still has to say what happened.
                if (!await outbox.CompleteAsync(lease, change, CancellationToken.None))
                    LogLeaseLost(log, lease.Invitation, change.State);
                // A row that a pause holds has no time of its own: the sweep finds it when the pause is over.
                else if (change is { State: InvitationState.Pending, HeldBy: null, IsForOthers: false })
                    scheduler.Schedule(lease.Invitation, change.DeferUntil ?? time.GetUtcNow() + (change.RetryIn ?? TimeSpan.Zero));
                return;
            }
            catch (Exception problem) when (attempt < settings.RecordTries)
            {
                LogRecordAgain(log, problem, lease.Invitation, change.State, attempt);
                await Task.Delay(FirstWait * Math.Pow(2, attempt - 1), time);
            }
        }
    }

    [LoggerMessage(2010, LogLevel.Warning, "Invitation {Id} was taken over by another worker before its outcome {State} could be written")]
    private static partial void LogLeaseLost(ILogger log, InvitationId id, InvitationState state);

    [LoggerMessage(2011, LogLevel.Warning, "The outcome {State} of invitation {Id} could not be written (try {Attempt}); trying again")]
    private static partial void LogRecordAgain(ILogger log, Exception problem, InvitationId id, InvitationState state, int attempt);
}
