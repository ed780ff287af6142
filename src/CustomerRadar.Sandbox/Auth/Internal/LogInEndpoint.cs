using System.Text.Json;
using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Hosting.Internal;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Auth.Internal;

/// <summary><c>POST /auth/login</c>.</summary>
internal sealed class LogInEndpoint(SandboxOptions options, Tokens tokens, FaultBoard faults, RequestCounters counters)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context);
        if (faults.TryTakeRefusedLogIn() || !IsTheUser(body))
        {
            counters.CountRefused();
            return WireJson.Result(new WrongLogIn(2, "Wrong password", "Wrong password"), options.RefusedLogInStatus);
        }

        var token = tokens.Issue(options.Username, endOthers: faults.IsSingleSession);
        counters.CountLogIn();

        // Times a decimal of three places, so that the fraction is there even when it is zero.
        return WireJson.Result(new LoggedIn(token.Value, token.Expires.ToUnixTimeMilliseconds() * 0.001m, options.Username));
    }

    private bool IsTheUser(RequestBody body) =>
        body.TryParse(out var json)
        && json.ValueKind == JsonValueKind.Object
        && json.Text("username") == options.Username
        && json.Text("password") == options.Password;

    private sealed record LoggedIn(string Token, decimal Expiration, string UserName);

    private sealed record WrongLogIn(int Code, string UserMessage, string DeveloperMessage);
}
