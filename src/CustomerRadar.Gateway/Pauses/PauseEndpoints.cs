using CustomerRadar.Core.Pauses;
using CustomerRadar.Gateway.Requests;

namespace CustomerRadar.Gateway.Pauses;

/// <summary><c>GET /api/pauses</c> and <c>POST /api/pauses/resume</c>.</summary>
internal static class PauseEndpoints
{
    public static void MapPauses(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/api/pauses",
        async (SendingPauses pauses, CancellationToken cancellationToken) => Results.Ok((await pauses.ListAsync(cancellationToken)).Select(PauseView.Of)));

    public static void MapResume(this IEndpointRouteBuilder routes) => routes.MapPost("/api/pauses/resume", ResumeAsync);

    private static async Task<IResult> ResumeAsync(HttpRequest request, SendingPauses pauses, CancellationToken cancellationToken)
    {
        var (scope, refusal) = await RequestBody.ReadAsync(request, json => json.Required("scope") ?? "", cancellationToken);
        if (scope is null)
            return refusal!;
        if ((await pauses.ListAsync(cancellationToken)).FirstOrDefault(pause => pause.Scope.ToString() == scope) is not { } closed)
            return Results.Problem("There is no such pause; GET /api/pauses lists them.", statusCode: StatusCodes.Status404NotFound);
        await pauses.ResumeAsync(closed.Scope, cancellationToken);
        return Results.NoContent();
    }
}
