using CustomerRadar.Core.Api;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Pauses.Internal;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Reservations.Internal;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>The way of a row from its lease to its change: everything as it is now, the decision, the mapping, pauses, reservations, the call.</summary>
internal sealed class InvitationRun(
    IRuleBooks books,
    ISubjectReader subjects,
    IPhoneNumbers phones,
    InstallationKey installation,
    ISuppressions suppressions,
    IReservations reservations,
    PauseGate gate,
    SendingSettings settings,
    InvitationCall call)
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    /// <summary>The change to record; null when the lease is lost and nothing may be written.</summary>
    public async Task<InvitationChange?> RunAsync(LeasedInvitation invitation, CallProgress progress, CancellationToken cancellationToken)
    {
        var key = await installation.ReadAsync(cancellationToken);
        var book = await books.ReadAsync(cancellationToken);
        var facts = await GatherAsync(invitation, book, key, cancellationToken);
        if (Changes.Of(Eligibility.Judge(facts).Decision, facts) is { } decided)
            return decided;

        var (rule, connection) = (facts.Rule!, facts.Connection!);
        switch (InvitationMapping.Map(rule, connection, facts.Subject!, phones))
        {
            case MappingResult.Impossible impossible:
                return Changes.Skipped(impossible.Reason);
            case MappingResult.Invalid invalid:
                return Changes.Invalid(invalid.Problems);
            case MappingResult.Mapped mapped:
                return await SendAsync(invitation, book, rule, connection, mapped, key, progress, cancellationToken);
            case var other:
                throw new InvalidOperationException($"A mapping result of no known kind: {other.GetType().Name}.");
        }
    }

    private async Task<EligibilityFacts> GatherAsync(
        LeasedInvitation invitation, RuleBook book, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        var interaction = invitation.Interaction;
        var rule = book.Find(invitation.Rule);
        var connection = book.ConnectionOf(interaction.Store);
        var subject = await subjects.ReadAsync(
            new SubjectRequest(interaction.Store, interaction.Subject, interaction.Trigger, rule, rule?.Fields ?? Nothing), cancellationToken);
        var contacts = subject is null ? [] : KnownContacts.Of(interaction.Store, subject, connection?.HomeCountry, phones, new ContactHasher(key));
        return new EligibilityFacts
        {
            Interaction = interaction,
            RuleKey = invitation.Rule,
            FirstDueAt = invitation.FirstDueAt,
            Now = invitation.Lease.TakenAt,
            CancelRequested = invitation.CancelRequested,
            CancelCause = invitation.CancelCause,
            SendNow = invitation.SendNow,
            AgeAndCapConfirmed = invitation.Confirmed,
            Rule = rule,
            RuleIsUnreadable = book.IsUnreadable(invitation.Rule),
            Connection = connection,
            Subject = subject,
            Suppression = contacts.Count == 0 ? null : await suppressions.FindAsync(contacts, cancellationToken),
            SampleKey = key,
        };
    }

    private async Task<InvitationChange?> SendAsync(
        LeasedInvitation invitation,
        RuleBook book,
        SendRule rule,
        Connection connection,
        MappingResult.Mapped mapped,
        ReadOnlyMemory<byte> key,
        CallProgress progress,
        CancellationToken cancellationToken)
    {
        if (connection.DryRun)
            return Changes.Skipped("Dry run: every check of the rule has passed and the request is ready; it was not sent. Pauses and earlier invitations were not looked at.");

        var entry = mapped.Request.Entries.Single();
        var (held, pass) = await gate.LookAsync(
            new MarkedScope(PauseScope.Of(connection.Key), SettingsMark.Of(connection, key)),
            new MarkedScope(
                PauseScope.Of(rule.Key, mapped.Request.Programme, new LocationTarget(entry.Location, entry.Pom)), SettingsMark.Of(rule, book, key)),
            invitation.Lease,
            cancellationToken);
        if (held is not null)
            return Changes.Held(held, invitation);
        if (gate.IsLeftToOthers(pass))
            return Changes.LeftToOthers(invitation, settings.Worker);

        var wanted = ReservationPlan.Of(invitation, rule, connection, mapped.Contact, new ContactHasher(key));
        return await reservations.TakeAsync(invitation.Lease, wanted, cancellationToken) switch
        {
            ReservationResult.Held taken => ReservationPlan.Change(taken, rule, book.Find(taken.Rule)),
            ReservationResult.LeaseLost => null,
            _ => await call.InviteAsync(invitation, connection, mapped.Request, pass, progress, cancellationToken),
        };
    }
}
