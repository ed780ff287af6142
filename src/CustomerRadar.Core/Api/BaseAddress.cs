using CustomerRadar.Core.Api.Internal;

namespace CustomerRadar.Core.Api;

/// <summary>
/// Where an API answers. Customer Radar documents <c>api.feedback.fyi</c> without a scheme; without one, https is meant.
/// Plain http is taken on loopback only, for a sandbox.
/// </summary>
public sealed record BaseAddress
{
    private BaseAddress(Uri uri) => Uri = uri;

    /// <summary>Customer Radar's documented address, over https.</summary>
    public static BaseAddress Default { get; } = Parse("https://api.feedback.fyi");

    /// <summary>The absolute address; its path ends with a slash.</summary>
    public Uri Uri { get; }

    /// <summary>Reads an address with or without a scheme.</summary>
    /// <exception cref="FormatException">The text is no http(s) address, carries a user, query or fragment, or is http beyond loopback.</exception>
    public static BaseAddress Parse(string? text) =>
        TryParse(text, out var address, out var problem) ? address : throw new FormatException(problem);

    /// <summary>Reads an address without throwing.</summary>
    /// <param name="text">For example <c>api.feedback.fyi</c> or <c>http://127.0.0.1:5600</c>.</param>
    /// <param name="address">The address, or null.</param>
    /// <param name="problem">What is wrong, for the person who typed it; null when nothing is.</param>
    public static bool TryParse(
        string? text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BaseAddress? address,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem)
    {
        address = null;
        var typed = text?.Trim() ?? "";
        problem = Problem(typed, out var uri);
        if (problem is not null)
            return false;

        var path = uri!.AbsolutePath.EndsWith('/') ? uri.AbsolutePath : uri.AbsolutePath + "/";
        address = new BaseAddress(new UriBuilder(uri) { Path = path }.Uri);
        return true;
    }

    /// <summary>The address of an endpoint below this one.</summary>
    public Uri Endpoint(string relativePath) => new(Uri, relativePath);

    /// <summary>The address as text.</summary>
    public override string ToString() => Uri.AbsoluteUri;

    private static string? Problem(string typed, out Uri? uri)
    {
        uri = null;
        if (typed.Length == 0)
            return "The API address is missing. Customer Radar's is https://api.feedback.fyi.";
        var withScheme = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        if (WebAddress.Problem("The API address", withScheme, out uri) is { } problem)
            return uri is null ? $"{problem} Customer Radar's is https://api.feedback.fyi." : problem;
        return uri!.Query.Length > 0 ? "The API address must not contain a '?'." : null;
    }
}
