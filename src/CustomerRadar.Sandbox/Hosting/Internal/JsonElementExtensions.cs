using System.Text.Json;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>Reads members of an object that a client sent.</summary>
internal static class JsonElementExtensions
{
    extension(JsonElement json)
    {
        /// <summary>The member's text; null when it is missing or not a string.</summary>
        public string? Text(string name) =>
            json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        /// <summary>Whether the member is there and not null.</summary>
        public bool Has(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
    }
}
