using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Internal;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>What a log-in call gave.</summary>
/// <param name="Result">What was observed.</param>
/// <param name="Token">The token, when the body had one that can stand in a header.</param>
/// <param name="Expiration">The <c>expiration</c> member as text: epoch seconds with a fraction.</param>
/// <param name="SaysRefused">True for the documented shape of a refusal: <c>{"code":2,"userMessage":"Wrong password",…}</c>.</param>
internal sealed record LogInAnswer(CallResult Result, Secret? Token, string? Expiration, bool SaysRefused)
{
    private const int LongestToken = 16 * 1024;

    public static LogInAnswer From(CallResult result, Answer? answer) =>
        new(result, Readable(answer?.Text("token")), answer?.Text("expiration"), answer?.IsRefusedLogIn ?? false);

    private static Secret? Readable(string? token)
    {
        var text = token?.Trim() ?? "";
        return text.Length is > 0 and <= LongestToken && text.All(c => c is > ' ' and <= '~') ? new Secret(text) : null;
    }
}
