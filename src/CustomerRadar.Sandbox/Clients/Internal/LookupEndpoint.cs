using CustomerRadar.Sandbox.Auth.Internal;
using CustomerRadar.Sandbox.Hosting.Internal;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Clients.Internal;

/// <summary><c>GET /pom-lookup</c>: the sandbox's own, since Customer Radar documents nothing of its "POM Lookup V2" but the name.</summary>
internal sealed class LookupEndpoint(SandboxOptions options, Tokens tokens, RequestCounters counters)
{
    public IResult Get(HttpRequest request)
    {
        if (tokens.IsValid(request.Headers.Authorization.ToString()))
            return WireJson.Result(options.Directory);
        counters.CountRefused();
        return WireJson.Refusal(StatusCodes.Status401Unauthorized, "00401", "Authorization must be a token of /auth/login, raw and not expired.");
    }
}
