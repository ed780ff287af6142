using CustomerRadar.Core.Api;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Metadata;

/// <summary>
/// What would become of an invitation now: the decision with every check, the contact, the rows that choose location and programme, and the exact
/// body that would be sent. It carries a contact, so it is for the merchant's eyes: never for a log. No user name, password or token is in it.
/// </summary>
public sealed record InvitationPreview
{
    /// <summary>The decision, every check with its result, and the due time.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>The contact that would go out, or why none does; null without a rule, a connection or a subject.</summary>
    public ContactChoice? Contact { get; init; }

    /// <summary>Location and POM, and the row that chooses them; null without a rule or a subject.</summary>
    public LocationChoice? Location { get; init; }

    /// <summary>The programme, and the row that chooses it; null without a rule or a subject.</summary>
    public ProgrammeChoice? Programme { get; init; }

    /// <summary>Why no request can be made, in plain words; empty when one can, or when nothing is there to make one of.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>
    /// The body of the request, to the byte as it would be sent; null when none can be made. It is there also when a check stands against sending.
    /// </summary>
    public string? Json { get; init; }

    /// <summary>
    /// True: nothing that the rule, the order or booking and the opt-outs say stands against sending it now. What other invitations have reserved (cap, one per subject),
    /// pauses and a dry run are of the moment, and not looked at.
    /// </summary>
    public bool WouldSend => Judgement.Decision is Decision.Send && Json is not null;

    /// <summary>
    /// Looks at an invitation, planned or not. Pure, given a phone library. For an order or booking that has no row yet,
    /// <see cref="EligibilityFacts.FirstDueAt"/> is what <see cref="DueTime"/> gives for it.
    /// </summary>
    public static InvitationPreview Of(EligibilityFacts facts, IPhoneNumbers phones)
    {
        var preview = new InvitationPreview { Judgement = Eligibility.Judge(facts) };
        if (facts is not { Rule: { } rule, Subject: { } subject })
            return preview;
        preview = preview with { Location = RowChoice.Location(rule, subject.Fields), Programme = RowChoice.Programme(rule, subject.Fields) };
        if (facts.Connection is not { } connection)
            return preview;
        preview = preview with { Contact = ContactPolicy.Choose(subject.Contact, rule, connection.HomeCountry, phones) };
        return InvitationMapping.Map(rule, connection, subject, phones) switch
        {
            MappingResult.Mapped mapped => preview with { Json = InvitationPayload.From(mapped.Request).Json },
            MappingResult.Impossible impossible => preview with { Problems = [impossible.Reason] },
            MappingResult.Invalid invalid => preview with { Problems = invalid.Problems },
            var other => throw new InvalidOperationException($"A mapping result of no known kind: {other.GetType().Name}."),
        };
    }

    /// <summary>The decision only: the rest carries a contact.</summary>
    public override string ToString() => Judgement.Decision.ToString();
}
