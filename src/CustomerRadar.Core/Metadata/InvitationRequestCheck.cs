using System.Globalization;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>
/// Looks at a request before anything is marked or sent, so that what would surely be refused costs no call. Customer Radar states what is
/// required; it states no lengths, so these are ours, and far from what a shop needs. Pure.
/// </summary>
public static class InvitationRequestCheck
{
    /// <summary>The longest e-mail address, in characters: what mail itself allows.</summary>
    public const int LongestEmail = 254;

    /// <summary>The longest mobile number, in characters.</summary>
    public const int LongestMobile = 32;

    /// <summary>The longest first or last name, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>The longest metadata key, in characters.</summary>
    public const int LongestKey = 200;

    /// <summary>The longest metadata value, in characters.</summary>
    public const int LongestValue = 4000;

    /// <summary>What is wrong, in plain words for the merchant; empty when nothing is. Names members and metadata keys, never their values.</summary>
    public static IReadOnlyList<string> Problems(InvitationRequest request)
    {
        var problems = new List<string>();
        Id(problems, "clientDisplayId", request.Client.ToString());
        Id(problems, "programmeDisplayId", request.Programme.ToString());
        if (request.Entries.Count == 0)
            problems.Add("There is nobody to invite.");
        foreach (var entry in request.Entries)
            Entry(problems, entry);
        return problems;
    }

    private static void Entry(List<string> problems, InvitationEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Email) && string.IsNullOrWhiteSpace(entry.Mobile))
            problems.Add("There is neither an e-mail address nor a mobile number.");
        Text(problems, "The e-mail address", entry.Email, LongestEmail);
        Text(problems, "The mobile number", entry.Mobile, LongestMobile);
        Text(problems, "The first name", entry.FirstName, LongestName);
        Text(problems, "The last name", entry.LastName, LongestName);
        Id(problems, "locationDisplayId", entry.Location.ToString());
        foreach (var (key, value) in entry.Metadata)
        {
            if (string.IsNullOrWhiteSpace(key))
                problems.Add("A metadata row has no key.");
            else if (key.Any(char.IsControl) || key.Length > LongestKey)
                problems.Add(Limit("A metadata key", LongestKey));
            else
                Text(problems, $"The metadata value of \"{key}\"", value, LongestValue);
        }

        problems.AddRange(entry.Metadata.GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 && !string.IsNullOrWhiteSpace(group.Key))
            .Select(group => $"The metadata key \"{group.Key}\" stands twice."));
    }

    private static void Id(List<string> problems, string name, string id)
    {
        if (id.Length == 0)
            problems.Add($"The {name} is missing.");
    }

    private static void Text(List<string> problems, string what, string? text, int longest)
    {
        if (text is not null && (text.Length > longest || text.Any(char.IsControl)))
            problems.Add(Limit(what, longest));
    }

    private static string Limit(string what, int longest) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} has to be one line of at most {longest} characters.");
}
