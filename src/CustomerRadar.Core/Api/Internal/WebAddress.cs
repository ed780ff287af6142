using System.Net;

namespace CustomerRadar.Core.Api.Internal;

/// <summary>The one check behind every address that somebody types: https, or http on this machine only, and no user name in it.</summary>
internal static class WebAddress
{
    /// <summary>What is wrong with an address; null when nothing is.</summary>
    /// <param name="what">The setting, as a message begins: "The API address".</param>
    /// <param name="typed">The address with its scheme.</param>
    /// <param name="uri">The address as read, whether or not it is good.</param>
    public static string? Problem(string what, string typed, out Uri? uri)
    {
        if (!Uri.TryCreate(typed, UriKind.Absolute, out uri) || uri.Host.Length == 0)
            return $"{what} is not a web address.";
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            return $"{what} must start with https://.";
        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return $"{what} must not contain a user name or a '#'.";
        return uri.Scheme == Uri.UriSchemeHttp && !IsLoopback(uri)
            ? $"{what} must start with https://; http:// is accepted for this machine (localhost) only."
            : null;
    }

    private static bool IsLoopback(Uri uri) =>
        string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
