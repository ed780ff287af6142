using System.Text;
using Newtonsoft.Json;

namespace CustomerRadar.Core.Api;

/// <summary>
/// The exact bytes of a <c>POST /invitation</c> body, made before anything is marked or sent: the documented members in the order of Customer Radar's example.
/// </summary>
public sealed class InvitationPayload
{
    private InvitationPayload(string json)
    {
        Json = json;
        Utf8 = Encoding.UTF8.GetBytes(json);
    }

    /// <summary>The body as text, for a preview. Carries a contact: never for a log.</summary>
    public string Json { get; }

    /// <summary>The body as sent.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Serialises a request. What is null is left out; metadata is left out when there is none.</summary>
    /// <exception cref="ArgumentException">The request has no entry.</exception>
    public static InvitationPayload From(InvitationRequest request)
    {
        if (request.Entries.Count == 0)
            throw new ArgumentException("An invitation request needs at least one entry.", nameof(request));

        var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using (var json = new JsonTextWriter(text))
        {
            json.WriteStartObject();
            Member(json, "clientDisplayId", request.Client.ToString());
            Member(json, "programmeDisplayId", request.Programme.ToString());
            json.WritePropertyName("sendData");
            json.WriteStartArray();
            foreach (var entry in request.Entries)
                Write(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new InvitationPayload(text.ToString());
    }

    /// <summary>The size only: the body carries a contact.</summary>
    public override string ToString() => $"{Utf8.Length} bytes";

    private static void Write(JsonTextWriter json, InvitationEntry entry)
    {
        json.WriteStartObject();
        Member(json, "email", entry.Email);
        Member(json, "mobile", entry.Mobile);
        Member(json, "firstName", entry.FirstName);
        Member(json, "lastName", entry.LastName);
        Member(json, "locationDisplayId", entry.Location.ToString());
        Member(json, "pomDisplayId", entry.Pom?.ToString());
        if (entry.Metadata.Count > 0)
        {
            json.WritePropertyName("metadata");
            json.WriteStartArray();
            foreach (var (key, value) in entry.Metadata)
            {
                json.WriteStartObject();
                Member(json, "key", key);
                Member(json, "value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Member(JsonTextWriter json, string name, string? value)
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
