using System.Net;
using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Gateway.Access;

/// <summary>
/// Who may read the gateway's pages and API: whoever has the operator's key, and a caller on this very machine. A reverse proxy on the same
/// machine is no such caller: it names whom it forwards for, or the host that was asked for.
/// </summary>
internal sealed class OperatorKey
{
    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    private readonly byte[] _hash;

    private OperatorKey(byte[] hash) => _hash = hash;

    /// <summary>The key from the settings.</summary>
    public static OperatorKey Of(Secret key) => new(Hash(key.Reveal()));

    /// <summary>The key of a former start, or a new one; only its hash is kept.</summary>
    /// <param name="file">Where the hash is kept.</param>
    /// <param name="made">The new key, to be shown once; null when there was one.</param>
    public static OperatorKey LoadOrMake(string file, out Secret? made)
    {
        made = null;
        if (File.Exists(file))
            return new OperatorKey(Convert.FromHexString(File.ReadAllText(file).Trim()));
        made = new Secret(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        var hash = Hash(made.Reveal());
        File.WriteAllText(file, Convert.ToHexStringLower(hash));
        return new OperatorKey(hash);
    }

    /// <summary>True when the caller may read.</summary>
    public bool Admits(HttpContext context) => IsShownBy(context.Request) || IsOnThisMachine(context);

    /// <summary>True when the request has the key.</summary>
    public bool IsShownBy(HttpRequest request)
    {
        var sent = request.Headers["X-Operator-Key"].ToString();
        if (sent.Length == 0 && request.Headers.Authorization.ToString() is { } bearer && bearer.StartsWith("Bearer ", StringComparison.Ordinal))
            sent = bearer["Bearer ".Length..];
        return sent.Length > 0 && CryptographicOperations.FixedTimeEquals(Hash(sent), _hash);
    }

    // The Host header too: a page in this machine's browser must not reach us under a name of its own.
    private static bool IsOnThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller
        && IPAddress.IsLoopback(caller)
        && !ForwardingHeaders.Any(context.Request.Headers.ContainsKey)
        && (context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
