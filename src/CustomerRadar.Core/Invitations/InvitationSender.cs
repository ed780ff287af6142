using CustomerRadar.Core.Invitations.Internal;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Invitations;

/// <summary>
/// Carries one row from its lease to its outcome: reloads rule and subject as they are now, decides, maps, calls, records.
/// One instance serves one row at a time; resolve it from a scope of its own, since subject readers of a shop are scoped.
/// </summary>
public sealed partial class InvitationSender
{
    private readonly IOutbox _outbox;
    private readonly IRuleBooks _books;
    private readonly ISubjectReader _subjects;
    private readonly IPhoneNumbers _phones;
    private readonly InvitationCall _call;
    private readonly OutcomeRecorder _recorder;
    private readonly SendingSettings _settings;
    private readonly ILogger<InvitationSender> _log;

    internal InvitationSender(
        IOutbox outbox,
        IRuleBooks books,
        ISubjectReader subjects,
        IPhoneNumbers phones,
        InvitationCall call,
        OutcomeRecorder recorder,
        SendingSettings settings,
        ILogger<InvitationSender> log)
    {
        _outbox = outbox;
        _books = books;
        _subjects = subjects;
        _phones = phones;
        _call = call;
        _recorder = recorder;
        _settings = settings;
        _log = log;
    }

    /// <summary>Sends a row if it is due and free; else does nothing. Calling it twice for one row is harmless.</summary>
    public async Task SendAsync(InvitationId id, CancellationToken cancellationToken)
    {
        if (await _outbox.LeaseAsync(id, _settings.LeaseLength, _settings.Worker, cancellationToken) is { } invitation)
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
            change = await DecideAsync(invitation, progress, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !progress.Started)
        {
            await _recorder.RecordAsync(invitation, Changes.GivenBack("The worker is stopping."));
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

    /// <summary>The change to record; null when the lease is lost and nothing may be written.</summary>
    private async Task<InvitationChange?> DecideAsync(LeasedInvitation invitation, CallProgress progress, CancellationToken cancellationToken)
    {
        var book = await _books.ReadAsync(cancellationToken);
        var interaction = invitation.Interaction;
        var rule = book.Find(invitation.Rule);
        var connection = book.ConnectionOf(interaction.Store);
        var subject = await _subjects.ReadAsync(
            new SubjectRequest(interaction.Store, interaction.Subject, interaction.Trigger, rule, rule?.Fields ?? Nothing), cancellationToken);

        switch (Eligibility.Decide(invitation, rule, connection, subject))
        {
            case Decision.Cancel cancel:
                return Changes.Cancelled(cancel.Reason);
            case Decision.Skip skip:
                return Changes.Skipped(skip.Reason);
            case Decision.Defer defer:
                return Changes.Deferred(defer);
        }

        return InvitationMapping.Map(rule!, connection!, subject!, _phones) switch
        {
            MappingResult.Impossible impossible => Changes.Skipped(impossible.Reason),
            MappingResult.Invalid invalid => Changes.Invalid(invalid.Problems),
            MappingResult.Mapped mapped => await _call.InviteAsync(invitation, connection!, mapped.Request, progress, cancellationToken),
            var other => throw new InvalidOperationException($"A mapping result of no known kind: {other.GetType().Name}."),
        };
    }

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    [LoggerMessage(2000, LogLevel.Error, "Invitation {Id} for {Subject} met a defect of the plugin")]
    private partial void LogDefect(Exception defect, InvitationId id, SubjectKey subject);
}
