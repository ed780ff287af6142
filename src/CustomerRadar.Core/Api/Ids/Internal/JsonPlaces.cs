using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Ids.Internal;

/// <summary>Where a token stands, both from 1.</summary>
internal static class JsonPlaces
{
    public static int Line(this JToken token) => Math.Max(((IJsonLineInfo)token).LineNumber, 1);

    public static int Position(this JToken token) => Math.Max(((IJsonLineInfo)token).LinePosition, 1);
}
