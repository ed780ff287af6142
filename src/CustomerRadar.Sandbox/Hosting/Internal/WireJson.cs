using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>JSON answers: camelCase, members without a value left out.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The documented refusals hold an ampersand, and a person may look for their words in the raw answer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IResult Result<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    /// <summary>An answer in the shape of the documented <c>{"code","description"}</c>.</summary>
    public static IResult Refusal(int status, string code, string description) => Result(new Answer(code, description), status);

    private sealed record Answer(string Code, string Description);
}
