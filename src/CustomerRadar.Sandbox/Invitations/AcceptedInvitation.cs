using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Invitations;

/// <summary>An entry of <c>sendData</c> that the sandbox accepted.</summary>
/// <param name="ReceivedAt">When it was recorded, UTC.</param>
/// <param name="Reference">The 18 digits that the client was given in <c>data</c>; entries of one request share it.</param>
/// <param name="ClientDisplayId">The request's client.</param>
/// <param name="ProgrammeDisplayId">The request's programme.</param>
/// <param name="Entry">The entry as the client sent it, unknown members included.</param>
/// <param name="DuplicateOf">
/// The reference of the first kept invitation with the same contact, location and metadata; null when there is none.
/// </param>
public sealed record AcceptedInvitation(
    DateTimeOffset ReceivedAt,
    string Reference,
    string ClientDisplayId,
    string ProgrammeDisplayId,
    JsonElement Entry,
    string? DuplicateOf)
{
    /// <summary>The entry's e-mail, or null.</summary>
    [JsonIgnore]
    public string? Email => Entry.Text("email");

    /// <summary>The entry's mobile as it was sent, or null.</summary>
    [JsonIgnore]
    public string? Mobile => Entry.Text("mobile");

    /// <summary>The entry's first name, or null.</summary>
    [JsonIgnore]
    public string? FirstName => Entry.Text("firstName");

    /// <summary>The entry's last name, or null.</summary>
    [JsonIgnore]
    public string? LastName => Entry.Text("lastName");

    /// <summary>The entry's location; always there.</summary>
    [JsonIgnore]
    public string LocationDisplayId => Entry.Text("locationDisplayId")!;

    /// <summary>The entry's POM, or null.</summary>
    [JsonIgnore]
    public string? PomDisplayId => Entry.Text("pomDisplayId");

    /// <summary>The entry's metadata in the order in which it was sent; empty when there is none.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<string, string>> Metadata =>
        Entry.Has("metadata")
            ? [.. Entry.GetProperty("metadata").EnumerateArray().Select(PairOf)]
            : [];

    /// <summary>The value of the first metadata pair with this key, or null.</summary>
    public string? MetadataValue(string key)
    {
        foreach (var pair in Metadata)
        {
            if (pair.Key == key)
                return pair.Value;
        }

        return null;
    }

    private static KeyValuePair<string, string> PairOf(JsonElement pair) => new(pair.Text("key")!, pair.Text("value")!);
}
