using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Reservations.Internal;

/// <summary>Which reservations an invitation needs, and what one that is held by another means for it. Pure.</summary>
internal static class ReservationPlan
{
    private const string SubjectPrefix = "subject:";

    /// <summary>How long a blocked row waits at most before it looks again; mostly it is woken when the other one ends.</summary>
    public static readonly TimeSpan BlockedWait = TimeSpan.FromHours(1);

    public static IReadOnlyList<ReservationRequest> Of(
        LeasedInvitation invitation, SendRule rule, Connection connection, ContactChoice contact, ContactHasher hasher)
    {
        // A person who was told of the cap and confirmed it is not stopped by it.
        TimeSpan? period = rule.Cap is { } cap && !invitation.Confirmed ? TimeSpan.FromDays(cap.Days) : null;
        var requests = new List<ReservationRequest>(3);
        if (!rule.InAddition)
            requests.Add(new ReservationRequest($"{SubjectPrefix}{invitation.Interaction.Store}/{invitation.Interaction.Subject}", TimeSpan.MaxValue));
        if (contact.Email is { } email)
            requests.Add(new ReservationRequest(ContactKey(connection.Key, hasher.Email(email)), period));
        if (contact.MobileE164 is { } mobile)
            requests.Add(new ReservationRequest(ContactKey(connection.Key, hasher.Phone(mobile)), period));
        return requests;
    }

    public static string ContactKey(ConnectionKey connection, ContactHash hash) => $"contact:{connection}/{hash}";

    /// <summary>The change for a row that another one stands in the way of.</summary>
    /// <param name="held">What was in the way.</param>
    /// <param name="rule">The rule of the row in hand.</param>
    /// <param name="other">The rule of the other row; null when it was deleted.</param>
    public static InvitationChange Change(ReservationResult.Held held, SendRule rule, SendRule? other)
    {
        var isOfSubject = held.Key.StartsWith(SubjectPrefix, StringComparison.Ordinal);
        var by = other is null ? "a rule that was deleted" : $"the rule \"{other.Name}\"";
        if (held.State is InvitationState.Pending or InvitationState.Sending)
        {
            return new InvitationChange
            {
                State = InvitationState.Pending,
                Reason = isOfSubject
                    ? $"Invitation {held.By} for the same order or booking, by {by}, has not ended; this one waits for it."
                    : $"Invitation {held.By} for the same contact, by {by}, has not ended; this one waits for it.",
                RetryIn = BlockedWait,
                BlockedBy = held.By,
                StartsOver = true,
            };
        }

        return new InvitationChange
        {
            State = InvitationState.Skipped,
            Reason = isOfSubject
                ? $"Already invited by {by} (invitation {held.By})."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The same contact was invited on {held.Since:yyyy-MM-dd} by {by} (invitation {held.By}); the rule allows one invitation in {rule.Cap?.Days} days."),
        };
    }
}
