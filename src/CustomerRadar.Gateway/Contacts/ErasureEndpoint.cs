using CustomerRadar.Core.Contacts;

namespace CustomerRadar.Gateway.Contacts;

/// <summary><c>POST /api/erasures</c>: cancels what waits for a person, drops what is kept of the bookings, and leaves hashes that keep new invitations away.</summary>
internal static class ErasureEndpoint
{
    public static void MapErasures(this IEndpointRouteBuilder routes) => routes.MapPost("/api/erasures", EraseAsync);

    private static async Task<IResult> EraseAsync(HttpRequest request, ContactRequests requests, ISuppressions suppressions, CancellationToken cancellationToken)
    {
        var (contacts, refusal) = await requests.ReadAsync(request, cancellationToken);
        if (refusal is not null)
            return refusal;
        var erased = await suppressions.EraseAsync(new Erasure(contacts, Store: null, Customer: null, By: "operator"), cancellationToken);
        return Results.Ok(new { contacts = contacts.Count, cancelled = erased.Cancelled, invitations = erased.Rows, subjects = erased.Subjects });
    }
}
