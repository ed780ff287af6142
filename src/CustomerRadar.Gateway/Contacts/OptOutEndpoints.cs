using CustomerRadar.Core.Contacts;

namespace CustomerRadar.Gateway.Contacts;

/// <summary><c>POST /api/opt-outs</c> and <c>DELETE /api/opt-outs</c>: only hashes are kept.</summary>
internal static class OptOutEndpoints
{
    public static void MapOptOuts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/opt-outs", AddAsync);
        routes.MapDelete("/api/opt-outs", TakeBackAsync);
    }

    private static async Task<IResult> AddAsync(HttpRequest request, ContactRequests requests, ISuppressions suppressions, CancellationToken cancellationToken)
    {
        var (contacts, refusal) = await requests.ReadAsync(request, cancellationToken);
        return refusal ?? Results.Ok(new { contacts = contacts.Count, added = await suppressions.OptOutAsync(contacts, "operator", cancellationToken) });
    }

    private static async Task<IResult> TakeBackAsync(HttpRequest request, ContactRequests requests, ISuppressions suppressions, CancellationToken cancellationToken)
    {
        var (contacts, refusal) = await requests.ReadAsync(request, cancellationToken);
        return refusal ?? Results.Ok(new { contacts = contacts.Count, removed = await suppressions.TakeBackAsync(contacts, cancellationToken) });
    }
}
