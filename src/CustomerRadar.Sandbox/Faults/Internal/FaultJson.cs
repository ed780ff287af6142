using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerRadar.Sandbox.Faults.Internal;

/// <summary>How faults and their kinds are written on the wire.</summary>
internal sealed class FaultJson() : JsonStringEnumConverter<FaultKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string NameOf(FaultKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    public static string Write(Fault fault) => JsonSerializer.Serialize(fault, Options);
}
