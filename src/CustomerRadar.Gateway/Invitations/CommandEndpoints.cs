using CustomerRadar.Core.Invitations;
using CustomerRadar.Gateway.Settings;

namespace CustomerRadar.Gateway.Invitations;

/// <summary><c>POST /api/invitations/{id}/retry|resend|mark-accepted|cancel|send-now</c>.</summary>
internal static class CommandEndpoints
{
    private const string By = "operator";

    public static void MapCommands(this IEndpointRouteBuilder routes)
    {
        Map(routes, "retry", "only a Failed one can be tried again.", (commands, id, _, _, token) => commands.RetryAsync(id, By, token));
        Map(routes, "resend", "only an Unconfirmed one can be sent again.", (commands, id, quietFor, _, token) => commands.ResendAsync(id, quietFor, By, token));
        Map(routes, "mark-accepted", "only an Unconfirmed one can be marked as accepted.", (commands, id, _, _, token) => commands.MarkAcceptedAsync(id, By, token));
        Map(routes, "cancel", "only one that has not been sent can be cancelled.", (commands, id, _, _, token) => commands.CancelAsync(id, By, token));
        Map(routes, "send-now", "only a Pending one can be sent now.", (commands, id, _, confirmed, token) => commands.SendNowAsync(id, confirmed, By, token));
    }

    private delegate Task<CommandResult> Command(
        IInvitationCommands commands, InvitationId id, TimeSpan quietFor, bool confirmed, CancellationToken cancellationToken);

    private static void Map(IEndpointRouteBuilder routes, string name, string otherwise, Command command) => routes.MapPost(
        $"/api/invitations/{{id:long}}/{name}",
        async (
            long id,
            IInvitationCommands commands,
            IInvitationQueries invitations,
            IInvitationScheduler scheduler,
            GatewaySettings settings,
            CancellationToken cancellationToken,
            bool confirmed = false) =>
        {
            // The answer to the last request may come until its time-out has passed; twice is what the rows' own rule asks for.
            var quietFor = settings.TotalTimeout * 2;
            var result = await command(commands, new InvitationId(id), quietFor, confirmed, cancellationToken);
            if (result == CommandResult.NotFound || await invitations.FindAsync(new InvitationId(id), cancellationToken) is not { } row)
                return Results.Problem($"There is no invitation {id}.", statusCode: StatusCodes.Status404NotFound);
            switch (result)
            {
                case CommandResult.WrongState:
                    return Conflict($"Invitation {id} is {row.State}; {otherwise}");
                case CommandResult.TooEarly:
                    return Conflict($"The answer for invitation {id} may still come. Send it again when {quietFor.TotalSeconds:0} s have passed since its request.");
                default:
                    // The sweep would come for it too, only later.
                    if (row.State == InvitationState.Pending)
                        scheduler.Schedule(row.Id, row.DueAt);
                    return Results.Ok(InvitationView.Of(row));
            }
        });

    private static IResult Conflict(string problem) => Results.Problem(problem, statusCode: StatusCodes.Status409Conflict);
}
