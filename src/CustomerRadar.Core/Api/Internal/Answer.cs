using System.Globalization;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>The body of an answer, read tolerantly: the shapes of errors are not documented.</summary>
/// <param name="Json">The body, when it was read whole and is a JSON object.</param>
/// <param name="PlainText">The body, when it is text of another kind that a person could read; null for markup.</param>
internal sealed record Answer(JObject? Json, string? PlainText)
{
    // Documented: description (invitation), userMessage and developerMessage (log-in). The others are what frameworks commonly send.
    private static readonly string[] MessageNames = ["description", "userMessage", "message", "detail", "error", "errors", "title", "developerMessage"];

    /// <summary>The text for a person, wherever it stands.</summary>
    public string? Message =>
        Json is null ? PlainText : MessageNames.Select(Text).Concat(MessageNames.Select(Deep)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>True for the documented shape of a refused log-in: <c>{"code":2,"userMessage":"Wrong password",…}</c>.</summary>
    public bool IsRefusedLogIn => Text("code") is not null && Text("userMessage") is not null;

    /// <summary>A member as text, whatever its type; null when it is missing, null or not a single value.</summary>
    public string? Text(string name) => Text(Json?.GetValue(name, StringComparison.OrdinalIgnoreCase));

    private string? Deep(string name) => Json!.Descendants().OfType<JProperty>()
        .Where(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
        .Select(member => Text(member.Value) ?? Text(member.Value.FirstOrDefault()))
        .FirstOrDefault(text => text is not null);

    private static string? Text(JToken? token) =>
        token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
