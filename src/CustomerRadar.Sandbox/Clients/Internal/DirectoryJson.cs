using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Clients.Internal;

/// <summary>Reads a client directory; strict, since a misspelt member would silently change what is refused.</summary>
internal static class DirectoryJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static ClientDirectory ReadExample() => Read(EmbeddedText.Read("directory.json"));

    public static ClientDirectory Read(string json) =>
        JsonSerializer.Deserialize<ClientDirectory>(json, Strict) ?? throw new JsonException("The directory is null.");
}
