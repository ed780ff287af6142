using System.Text.Json;
using CustomerRadar.Sandbox.Clients;
using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Invitations.Internal;

/// <summary>
/// Reads the body of <c>POST /invitation</c> against the client directory. The two refusals that Customer Radar documents have its words;
/// the wording of all others is the sandbox's own.
/// </summary>
internal static class InvitationValidation
{
    public const string NoFeedbackCode =
        "No Feedback code found for this clientDisplayId, locationDisplayId, pomDisplayId & programmeDisplayId.";

    public const string NoPostmarkId =
        "To send an email invitation, the programme must set Postmark ID. Provide correct details & try again.";

    /// <summary>The request, or why it is refused; one of the two is null.</summary>
    public static (ReceivedInvitations? Request, string? Refusal) Read(JsonElement body, ClientDirectory directory)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, "The body must be a JSON object.");
        if (MissingText(body, "clientDisplayId", "programmeDisplayId") is { } missing)
            return (null, missing);
        List<JsonElement> entries = body.TryGetProperty("sendData", out var sendData) && sendData.ValueKind == JsonValueKind.Array
            ? [.. sendData.EnumerateArray()]
            : [];
        if (entries.Count == 0)
            return (null, "sendData is required and must be a list with at least one entry.");

        var request = new ReceivedInvitations(body.Text("clientDisplayId")!, body.Text("programmeDisplayId")!, entries);
        var client = directory.Find(request.ClientDisplayId);
        var programme = client?.FindProgramme(request.ProgrammeDisplayId);
        for (var i = 0; i < request.Entries.Count; i++)
        {
            if (Refusal(request.Entries[i], $"sendData[{i}]", client, programme) is { } refusal)
                return (null, refusal);
        }

        return (request, null);
    }

    // Shape first, then the ids, then what the programme asks for.
    private static string? Refusal(JsonElement entry, string where, Client? client, Programme? programme) =>
        ShapeRefusal(entry, where)
        ?? MetadataShapeRefusal(entry, where)
        ?? DirectoryRefusal(entry, where, client, programme);

    private static string? ShapeRefusal(JsonElement entry, string where)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return $"{where} must be an object.";
        foreach (var name in (ReadOnlySpan<string>)["email", "mobile", "firstName", "lastName", "pomDisplayId"])
        {
            if (entry.Has(name) && entry.Text(name) is null)
                return $"{where}.{name} must be a string.";
        }

        if (MissingText(entry, "locationDisplayId") is { } missing)
            return $"{where}.{missing}";
        return string.IsNullOrWhiteSpace(entry.Text("email")) && string.IsNullOrWhiteSpace(entry.Text("mobile"))
            ? $"{where} needs at least one of email and mobile."
            : null;
    }

    private static string? MetadataShapeRefusal(JsonElement entry, string where)
    {
        if (!entry.Has("metadata"))
            return null;
        var metadata = entry.GetProperty("metadata");
        var isList = metadata.ValueKind == JsonValueKind.Array
            && metadata.EnumerateArray().All(pair => pair.ValueKind == JsonValueKind.Object
                && !string.IsNullOrWhiteSpace(pair.Text("key"))
                && pair.Text("value") is not null);
        return isList ? null : $"{where}.metadata must be a list of {{\"key\",\"value\"}}, both strings.";
    }

    private static string? DirectoryRefusal(JsonElement entry, string where, Client? client, Programme? programme)
    {
        if (client?.FindLocation(entry.Text("locationDisplayId")!) is not { } location || programme is null)
            return NoFeedbackCode;
        var pom = entry.Text("pomDisplayId");
        if (string.IsNullOrWhiteSpace(pom))
        {
            if (location.Poms.Count > 1)
                return $"{where}.pomDisplayId is required because the location has {location.Poms.Count} POMs.";
        }
        else if (location.FindPom(pom) is null)
        {
            return NoFeedbackCode;
        }

        if (!programme.PostmarkId && !string.IsNullOrWhiteSpace(entry.Text("email")))
            return NoPostmarkId;
        var keys = entry.Has("metadata")
            ? entry.GetProperty("metadata").EnumerateArray().Select(pair => pair.Text("key")).ToHashSet(StringComparer.Ordinal)
            : [];
        return programme.RequiredMetadata.FirstOrDefault(key => !keys.Contains(key)) is { } key
            ? $"{where}.metadata lacks the key {key}, which the programme requires in this case and spelling."
            : null;
    }

    private static string? MissingText(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(json.Text(name)))
                return $"{name} is required and must be a string.";
        }

        return null;
    }
}
