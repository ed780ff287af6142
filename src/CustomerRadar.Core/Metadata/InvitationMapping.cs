using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Metadata;

/// <summary>Makes the request for a subject: contact, location and POM, metadata. Pure, given a phone library; only what a row of the rule names leaves.</summary>
public static class InvitationMapping
{
    /// <summary>Maps a subject under a rule.</summary>
    public static MappingResult Map(SendRule rule, Connection connection, SubjectSnapshot subject, IPhoneNumbers phones)
    {
        var contact = ContactPolicy.Choose(subject.Contact, rule, connection.HomeCountry, phones);
        if (contact.Missing is { } missing)
            return new MappingResult.Impossible(missing);
        if (Location(rule, subject.Fields) is not { } target)
            return new MappingResult.Impossible("No location row of the rule matches, and the rule has no default location.");

        var entry = new InvitationEntry
        {
            Email = contact.Email,
            Mobile = contact.Mobile,
            FirstName = Blank(subject.Contact.FirstName),
            LastName = Blank(subject.Contact.LastName),
            Location = target.Location,
            Pom = target.Pom,
            Metadata = [.. Metadata(rule, subject.Fields)],
        };
        return new MappingResult.Mapped(new InvitationRequest(connection.ClientDisplayId, rule.Programme, [entry]));
    }

    private static LocationTarget? Location(SendRule rule, SubjectFields fields) =>
        rule.Locations.FirstOrDefault(row => fields.Values(row.Field).Any(value => Same(value, row.Value)))?.Target ?? rule.DefaultLocation;

    private static IEnumerable<MetadataValue> Metadata(SendRule rule, SubjectFields fields)
    {
        foreach (var row in rule.Metadata)
        {
            if (row.Template.Render(fields) is { } value)
                yield return new MetadataValue(row.Key, value);
        }
    }

    private static bool Same(string value, string wanted) => string.Equals(value.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
