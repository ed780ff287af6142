using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Gateway.Invitations;

/// <summary><c>GET /api/invitations</c> and <c>GET /api/invitations/{id}</c>.</summary>
internal static class InvitationEndpoints
{
    private const int PageSize = 50;

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/invitations", ListAsync);
        routes.MapGet("/api/invitations/{id:long}", FindAsync);
    }

    private static async Task<IResult> ListAsync(
        IInvitationQueries invitations, CancellationToken cancellationToken, string? state = null, string? subject = null, string? page = null)
    {
        if (!TryState(state, out var wanted))
            return Bad($"There is no state \"{state}\". The states are {string.Join(", ", Enum.GetNames<InvitationState>())}.");
        SubjectKey key = default;
        if (!string.IsNullOrEmpty(subject) && !SubjectKey.TryParse(subject, out key))
            return Bad("The subject has spaces in it or is too long; it looks like booking:AB12.");
        var number = 1;
        if (!string.IsNullOrEmpty(page) && (!int.TryParse(page, out number) || number is < 1 or > 1_000_000))
            return Bad("The page must be a whole number from 1.");

        var filter = new InvitationFilter(wanted, string.IsNullOrEmpty(subject) ? null : key);
        var found = await invitations.ListAsync(filter, number, PageSize, cancellationToken);
        return Results.Ok(new { items = found.Items.Select(InvitationView.Of), page = found.Number, size = found.Size, total = found.Total });
    }

    private static async Task<IResult> FindAsync(IInvitationQueries invitations, long id, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(new InvitationId(id), cancellationToken) is not { } row)
            return Results.Problem($"There is no invitation {id}.", statusCode: StatusCodes.Status404NotFound);
        var history = await invitations.HistoryAsync(row.Id, cancellationToken);
        return Results.Ok(new { invitation = InvitationView.Of(row), history = history.Select(HistoryView.Of) });
    }

    private static bool TryState(string? text, out InvitationState? state)
    {
        state = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!Enum.GetNames<InvitationState>().Contains(text, StringComparer.OrdinalIgnoreCase))
            return false;
        state = Enum.Parse<InvitationState>(text, ignoreCase: true);
        return true;
    }

    private static IResult Bad(string problem) => Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
}
