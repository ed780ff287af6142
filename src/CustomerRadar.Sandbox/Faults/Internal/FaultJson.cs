using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerRadar.Sandbox.Faults.Internal;

/// <summary>The kinds' names on the wire.</summary>
internal sealed class FaultJson() : JsonStringEnumConverter<FaultKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
{
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
