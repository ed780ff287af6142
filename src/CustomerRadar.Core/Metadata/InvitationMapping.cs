using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata.Internal;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Metadata;

/// <summary>
/// Makes the request for a subject: contact, location and POM, programme, metadata. Pure, given a phone library. First and last name go with the
/// contact when the subject has them; of all else only what a row of the rule names leaves.
/// </summary>
public static class InvitationMapping
{
    /// <summary>Maps a subject under a rule, and checks what came out.</summary>
    public static MappingResult Map(SendRule rule, Connection connection, SubjectSnapshot subject, IPhoneNumbers phones)
    {
        var contact = ContactPolicy.Choose(subject.Contact, rule, connection.HomeCountry, phones);
        if (contact.Missing is { } missing)
            return new MappingResult.Impossible(missing);
        if (RowChoice.Location(rule, subject.Fields).Target is not { } target)
            return new MappingResult.Impossible("No location row of the rule matches, and the rule has no default location.");

        var entry = new InvitationEntry
        {
            Email = contact.Email,
            Mobile = contact.Mobile,
            FirstName = OneLine.Of(subject.Contact.FirstName),
            LastName = OneLine.Of(subject.Contact.LastName),
            Location = target.Location,
            Pom = target.Pom,
            Metadata = [.. Metadata(rule, subject.Fields)],
        };
        // The last shape may be another plugin's; whom to ask may not.
        if (subject.Finish is { } finish)
            entry = finish(entry) with { Email = entry.Email, Mobile = entry.Mobile };
        var request = new InvitationRequest(connection.ClientDisplayId, RowChoice.Programme(rule, subject.Fields).Programme, [entry]);
        return InvitationRequestCheck.Problems(request) is { Count: > 0 } problems
            ? new MappingResult.Invalid(problems)
            : new MappingResult.Mapped(request, contact);
    }

    private static IEnumerable<MetadataValue> Metadata(SendRule rule, SubjectFields fields)
    {
        foreach (var row in rule.Metadata)
        {
            if (OneLine.Of(row.Template.Render(fields)) is { } value)
                yield return new MetadataValue(row.Key, value);
        }
    }
}
