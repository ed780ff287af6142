using System.Data.Common;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Gateway.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, or says what is missing.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" }));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IInvitationQueries invitations, IJobServer jobs, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        try
        {
            await invitations.CountByStateAsync(cancellationToken);
        }
        catch (DbException)
        {
            missing.Add("The database does not answer; the log says why.");
        }

        if (!jobs.IsRunning)
            missing.Add("The job server is not running; the log says why.");
        return missing.Count == 0
            ? Results.Ok(new { status = "ready", missing })
            : Results.Json(new { status = "not ready", missing }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
