using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>Reads answers tolerantly: the shapes of errors are not documented.</summary>
internal static class AnswerReader
{
    private const int MaximumBody = 64 * 1024;
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>The body as a JSON object; null when it is longer than 64 KiB, cut, or no JSON object.</summary>
    public static async Task<JObject?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[MaximumBody + 1];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return length > MaximumBody ? null : Parse(Encoding.UTF8.GetString(buffer, 0, length));
        }
        // The status is known; a body that cannot be read is a fact about the answer, not a failed call.
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    public static CallResult.Answered Describe(HttpResponseMessage response, JObject? body, TimeProvider time) => new((int)response.StatusCode)
    {
        Readable = body is not null,
        Code = Text(body, "code"),
        Message = OutsideText.Clean(Text(body, "description") ?? Text(body, "message") ?? Text(body, "userMessage") ?? Text(body, "error")),
        Data = Text(body, "data"),
        RetryAfter = RetryAfter(response, time),
    };

    /// <summary>A member as text, whatever its type; null when it is missing, null or not a single value.</summary>
    public static string? Text(JObject? body, string name) =>
        body?.GetValue(name, StringComparison.OrdinalIgnoreCase) is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private static JObject? Parse(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 32 };
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is not { } value ? null
            : value < TimeSpan.Zero ? TimeSpan.Zero
            : value > LongestRetryAfter ? LongestRetryAfter
            : value;
    }
}
