using System.Text.Json.Serialization;

namespace CustomerRadar.Sandbox.Auth.Internal;

/// <summary>What stands in a token: the documented <c>exp</c> and <c>userName</c>, and what the sandbox itself needs.</summary>
internal sealed record TokenClaims(
    [property: JsonPropertyName("exp")] long ExpiresSecond,
    [property: JsonPropertyName("userName")] string UserName,
    [property: JsonPropertyName("serial")] long Serial,
    [property: JsonPropertyName("expiresMillisecond")] long ExpiresMillisecond);
