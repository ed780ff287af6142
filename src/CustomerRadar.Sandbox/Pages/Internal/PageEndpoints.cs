using System.Security.Cryptography;
using System.Text.Json;
using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Invitations.Internal;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>The page, its live part, and what its buttons post.</summary>
internal sealed class PageEndpoints(InboxPage page, LiveInbox live, FaultBoard faults, Inbox inbox, RequestCounters counters)
{
    public IResult Get(HttpContext context)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
        return Page(context, page.Render($"http://{context.Request.Host}", nonce));
    }

    public IResult GetLive(HttpContext context) => Page(context, live.Render());

    public async Task<IResult> PostFaultAsync(HttpContext context)
    {
        if (!TryRead(await FieldAsync(context, "fault"), out var json) || FaultReader.Read(json).Fault is not { } fault)
            return Refuse($"The form needs a fault of a known kind: {FaultReader.KindNames}.");
        faults.Set(fault);
        return SeePage(context);
    }

    public async Task<IResult> PostClearAsync(HttpContext context)
    {
        switch (await FieldAsync(context, "what"))
        {
            case "invitations": inbox.Clear(); break;
            case "requests": counters.Clear(); break;
            default: return Refuse("The form needs what: invitations or requests.");
        }

        return SeePage(context);
    }

    private static async Task<string> FieldAsync(HttpContext context, string name) =>
        context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))[name].ToString() : "";

    private static bool TryRead(string text, out JsonElement json)
    {
        json = default;
        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IResult Refuse(string problem) => Results.Text(problem, statusCode: StatusCodes.Status400BadRequest);

    private static IResult Page(HttpContext context, Html html)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(html.ToString(), "text/html; charset=utf-8");
    }

    // 303: the browser shows the page again, and its reload posts nothing twice.
    private static IResult SeePage(HttpContext context)
    {
        context.Response.Headers.Location = "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
