using System.Net.Http.Headers;
using CustomerRadar.Sandbox.Auth.Internal;
using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Hosting.Internal;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Invitations.Internal;

/// <summary><c>POST /invitation</c>.</summary>
internal sealed class InvitationEndpoint(
    SandboxOptions options,
    Tokens tokens,
    FaultBoard faults,
    Inbox inbox,
    RequestCounters counters,
    IHostApplicationLifetime lifetime)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        counters.EnterInvitation();
        try
        {
            var body = await RequestBody.ReadAsync(context);
            if (faults.TryTakeStatus() is { } status)
            {
                counters.CountFailed();
                return new FaultyStatus(status);
            }

            return TryAuthorise(context.Request) ?? await TakeAsync(context, body);
        }
        finally
        {
            counters.LeaveInvitation();
        }
    }

    private IResult? TryAuthorise(HttpRequest request) =>
        tokens.IsValid(request.Headers.Authorization.ToString())
            ? null
            : Refuse(StatusCodes.Status401Unauthorized, "Authorization must be a token of /auth/login, raw and not expired.");

    private async Task<IResult> TakeAsync(HttpContext context, RequestBody body)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
            return Refuse(StatusCodes.Status400BadRequest, "Content-Type must be application/json.");
        if (!body.TryParse(out var json))
            return Refuse(StatusCodes.Status400BadRequest, "The body is not JSON.");
        var (request, refusal) = InvitationValidation.Read(json, options.Directory);
        if (request is null)
            return Refuse(StatusCodes.Status400BadRequest, refusal!);

        var reference = inbox.Add(request);
        counters.CountInvitation();
        return await AnswerAsync(context, reference);
    }

    // Accepted and recorded by now; a fault can only spoil what the client hears of it.
    private async Task<IResult> AnswerAsync(HttpContext context, string reference)
    {
        if (faults.TryTakeDelay() is { } delay && !await WaitAsync(delay, context))
        {
            counters.CountFailed();
            return Results.Empty;
        }

        if (faults.TryTakeDrop())
        {
            counters.CountFailed();
            context.Abort();
            return Results.Empty;
        }

        if (faults.TryTakeGarbage())
        {
            counters.CountFailed();
            return Results.Text("{\"code\":\"00000\",\"descr\u0000<html>", "application/json");
        }

        return WireJson.Result(new Accepted("00000", "success", reference));
    }

    /// <summary>False when the client left, or the sandbox stops, before the time was over.</summary>
    private async Task<bool> WaitAsync(TimeSpan delay, HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await Task.Delay(delay, options.TimeProvider, gone.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return false;
        }
    }

    // Customer Radar's codes for refusals are not documented: the status in its five digits is the sandbox's own.
    private IResult Refuse(int status, string description)
    {
        counters.CountRefused();
        return WireJson.Refusal(status, $"{status:D5}", description);
    }

    private sealed record Accepted(string Code, string Description, string Data);
}
