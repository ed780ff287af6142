using CustomerRadar.Core.Invitations.Internal;
using CustomerRadar.Core.Pauses;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Invitations;

/// <summary>
/// Carries one row from its lease to its outcome: reloads rule and subject as they are now, decides, maps, calls, records.
/// One instance serves one row at a time; resolve it from a scope of its own, since subject readers of a shop are scoped.
/// </summary>
public sealed partial class InvitationSender
{
    private readonly IOutbox _outbox;
    private readonly InvitationRun _run;
    private readonly OutcomeRecorder _recorder;
    private readonly CopyGuard _copy;
    private readonly SendingSettings _settings;
    private readonly ILogger<InvitationSender> _log;

    internal InvitationSender(
        IOutbox outbox,
        InvitationRun run,
        OutcomeRecorder recorder,
        CopyGuard copy,
        SendingSettings settings,
        ILogger<InvitationSender> log)
    {
        _outbox = outbox;
        _run = run;
        _recorder = recorder;
        _copy = copy;
        _settings = settings;
        _log = log;
    }

    /// <summary>Sends a row if it is due and free; else does nothing, and nothing elsewhere than at the right place (<see cref="CopyGuard"/>). Calling it twice for one row is harmless.</summary>
    public async Task SendAsync(InvitationId id, CancellationToken cancellationToken)
    {
        if (!_copy.IsElsewhere && await _outbox.LeaseAsync(id, _settings.LeaseLength, _settings.Worker, cancellationToken) is { } invitation)
            await SendAsync(invitation, cancellationToken);
    }

    /// <summary>Sends a row that is leased already.</summary>
    /// <param name="invitation">The row in hand.</param>
    /// <param name="cancellationToken">Gives the row back when its request has not started; a started request is waited for.</param>
    public async Task SendAsync(LeasedInvitation invitation, CancellationToken cancellationToken)
    {
        var progress = new CallProgress();
        InvitationChange? change;
        try
        {
            change = await _run.RunAsync(invitation, progress, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !progress.Started)
        {
            await _recorder.RecordAsync(invitation, Changes.GivenBack("The worker is stopping.", invitation));
            throw;
        }
#pragma warning disable CA1031 // The edge of a row: whatever goes wrong with it is recorded on it.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(defect, invitation.Lease.Invitation, invitation.Interaction.Subject);
            change = Changes.Defect(defect, invitation, progress.Started);
        }

        if (change is not null)
            await _recorder.RecordAsync(invitation, change);
    }

    [LoggerMessage(2000, LogLevel.Error, "Invitation {Id} for {Subject} met a defect of the plugin")]
    private partial void LogDefect(Exception defect, InvitationId id, SubjectKey subject);
}
