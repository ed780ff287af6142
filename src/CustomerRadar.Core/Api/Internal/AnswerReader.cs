using System.Text;
using CustomerRadar.Core.Internal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>Reads answers, up to a bound.</summary>
internal static class AnswerReader
{
    private const int MaximumBody = 64 * 1024;
    private const int MaximumCode = 50;
    private const int MaximumData = 100;
    private static readonly Answer Unreadable = new(null, null);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>The body; unreadable when it is longer than 64 KiB or cut.</summary>
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return Parse(await ReadTextAsync(response, MaximumBody, cancellationToken));
        }
        // The status is known; a body that cannot be read is a fact about the answer, not a failed call.
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return Unreadable;
        }
    }

    /// <summary>The body as text, taken for UTF-8; null when it is longer than allowed.</summary>
    public static async Task<string?> ReadTextAsync(HttpResponseMessage response, int maximumBytes, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[maximumBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > maximumBytes ? null : Encoding.UTF8.GetString(buffer, 0, length).Trim().TrimStart('\uFEFF');
    }

    public static CallResult.Answered Describe(HttpResponseMessage response, Answer answer, Secret secret, TimeProvider time) => new((int)response.StatusCode)
    {
        Readable = answer.Json is not null,
        Code = Identifier(answer.Text("code"), MaximumCode),
        Message = OutsideText.Clean(answer.Message, secret),
        Data = Identifier(answer.Text("data"), MaximumData),
        RetryAfter = RetryAfter(response, time),
    };

    // Code and reference are made of digits, so they must not be cleaned as a number would be; an e-mail address is neither.
    private static string? Identifier(string? text, int maximumLength) =>
        string.IsNullOrWhiteSpace(text) || text.Contains('@', StringComparison.Ordinal) ? null : Text.Shorten(text.Trim(), maximumLength);

    /// <summary>Reads a body tolerantly; null for one that was not read.</summary>
    public static Answer Parse(string? text)
    {
        if (text is null)
            return Unreadable;
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 32 };
            return JToken.ReadFrom(reader) switch
            {
                JObject json => new Answer(json, null),
                JValue { Value: string said } => new Answer(null, said),
                _ => Unreadable,
            };
        }
        catch (JsonException)
        {
            return text.StartsWith('<') || text.StartsWith('{') ? Unreadable : new Answer(null, text);
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
