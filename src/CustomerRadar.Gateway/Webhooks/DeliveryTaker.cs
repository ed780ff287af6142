using CustomerRadar.Core.Invitations;
using CustomerRadar.Gateway.Contacts;
using CustomerRadar.Gateway.Sources;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Gateway.Webhooks;

/// <summary>Stores a verified delivery: the subject first, then its rows. Done twice it changes nothing.</summary>
internal sealed class DeliveryTaker(ISubjects subjects, ContactHashes hashes, IOutbox outbox, InvitationPlanner planner)
{
    private const string By = "webhook";

    /// <summary>Takes a delivery.</summary>
    /// <exception cref="DeliveryException">Something that the configuration needs is not in the payload.</exception>
    public async Task<DeliveryResult> TakeAsync(Source source, JObject payload, CancellationToken cancellationToken)
    {
        var name = source.Event.Value(payload) ?? throw new DeliveryException($"There is no value at {source.Event}.");
        if (source.Handshakes.Contains(name, StringComparer.Ordinal))
            return DeliveryResult.Of("handshake");
        if (source.Events.FirstOrDefault(known => known.When.Contains(name, StringComparer.Ordinal)) is not { } mapped)
            return DeliveryResult.Of("ignored");

        var subject = DeliveryReader.Read(source, mapped, payload);
        if (mapped.PreviousSubject?.Value(payload) is not null)
            await MoveAwayAsync(subject, DeliveryReader.Subject(mapped.PreviousSubject, payload), cancellationToken);
        subject = subject with { Hashes = await hashes.OfAsync(subject.Store, subject.Contact, cancellationToken) };
        await subjects.PutAsync(subject, cancellationToken);

        // The newest version decides, not the one delivered last.
        var newest = await subjects.FindAsync(subject.Store, subject.Subject, cancellationToken) ?? subject;
        return newest.Status == SubjectStatus.Cancelled
            ? await CancelAsync(newest, cancellationToken)
            : await PlanAsync(newest, mapped, cancellationToken);
    }

    private async Task<DeliveryResult> PlanAsync(SubjectRecord subject, SourceEvent mapped, CancellationToken cancellationToken)
    {
        if (subject.OccurredAt is not { } occurredAt)
            return DeliveryResult.Of("ignored");
        var interaction = new Interaction(subject.Store, mapped.Trigger, subject.Subject, occurredAt, InteractionOrigin.Event);
        var update = await planner.UpdateAsync(interaction, By, cancellationToken);
        var written = update.Results.Where(result => result.IsNew).Select(result => result.Id!.Value.Value).ToList();
        if (written.Count > 0)
            return new DeliveryResult("planned", written);
        return DeliveryResult.Of(
            update.Revived > 0 ? "revived"
            : update.Moved > 0 ? "moved"
            : update.Results.Count > 0 ? "duplicate"
            : "ignored");
    }

    private async Task<DeliveryResult> CancelAsync(SubjectRecord subject, CancellationToken cancellationToken)
    {
        await outbox.CancelAsync(subject.Store, subject.Subject, subject.StatusReason ?? "The booking was cancelled.", By, cancellationToken);
        // A later delivery may have revived it between our look and our cancelling, and found nothing to revive.
        if (await subjects.FindAsync(subject.Store, subject.Subject, cancellationToken) is { Status: not SubjectStatus.Cancelled }
            && await planner.ReviveAsync(subject.Store, subject.Subject, "The booking stands again.", By, cancellationToken) > 0)
        {
            return DeliveryResult.Of("revived");
        }

        return DeliveryResult.Of("cancelled");
    }

    // A moved booking has a new id at some platforms: the old one is over, whatever else arrives for it.
    private async Task MoveAwayAsync(SubjectRecord moved, SubjectKey previous, CancellationToken cancellationToken)
    {
        const string Reason = "The booking was moved.";
        await subjects.PutAsync(
            new SubjectRecord
            {
                Store = moved.Store,
                Subject = previous,
                Status = SubjectStatus.Cancelled,
                StatusReason = Reason,
                SourceVersion = moved.SourceVersion,
            },
            cancellationToken);
        await outbox.CancelAsync(moved.Store, previous, Reason, By, cancellationToken);
    }
}
