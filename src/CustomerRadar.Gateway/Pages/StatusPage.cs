using System.Globalization;
using System.Text;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Gateway.Settings;
using CustomerRadar.Gateway.Sources;

namespace CustomerRadar.Gateway.Pages;

/// <summary><c>GET /</c> and <c>GET /invitations/{id}</c>: what the gateway is doing, for a person.</summary>
internal static class StatusPage
{
    private const int Newest = 25;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", StatusAsync);
        routes.MapGet("/invitations/{id:long}", InvitationAsync);
    }

    private static async Task<IResult> StatusAsync(
        HttpRequest request,
        IInvitationQueries invitations,
        IJobServer jobs,
        GatewaySettings settings,
        GatewayConfiguration configuration,
        CancellationToken cancellationToken)
    {
        var counts = await invitations.CountByStateAsync(cancellationToken);
        var newest = await invitations.ListAsync(new InvitationFilter(), 1, Newest, cancellationToken);
        var page = new StringBuilder();
        page.Append("<section><h2>Invitations</h2><div class=\"counts\">");
        foreach (var state in Enum.GetValues<InvitationState>())
            page.Append(Invariant, $"<div class=\"count\"><b>{Count(counts.GetValueOrDefault(state))}</b>{Html.Text(state.ToString())}</div>");
        page.Append("</div></section>");
        page.Append(Rows(newest));
        page.Append(Invariant, $"""
            <section><h2>Connection</h2><dl>
            <dt>API address</dt><dd>{Html.Text(settings.Connection.BaseAddress.ToString())}</dd>
            <dt>User name</dt><dd>{Html.Text(settings.Connection.Username)}</dd>
            <dt>Client id</dt><dd>{Html.Text(settings.Connection.ClientDisplayId.ToString())}</dd>
            <dt>Home country, zone</dt><dd>{Html.Text(settings.Connection.HomeCountry ?? "none")}, {Html.Text(settings.Connection.TimeZone.Id)}</dd>
            <dt>Job server</dt><dd>{(jobs.IsRunning ? "running" : "not running: the log says why")}</dd>
            <dt>Outbox</dt><dd>{Html.Text(settings.Database.ToString())}</dd>
            </dl></section>
            """);
        page.Append("<section><h2>Sources</h2>");
        foreach (var source in configuration.Sources.Values)
        {
            page.Append(Invariant, $"<p><b>{Html.Text(source.Name.ToString())}</b>: <code>{Html.Text($"{request.Scheme}://{request.Host}/webhooks/{source.Name}")}</code>, signed in <code>{Html.Text(source.Signature.Header)}</code>. ");
            page.Append(string.Join(" ", source.Events.Select(e => $"{Html.Text(string.Join(", ", e.When))} {(e.Action == SourceAction.Complete ? "plans" : "cancels")}.")));
            page.Append("</p>");
        }

        page.Append("</section><section><h2>Send rules</h2>");
        foreach (var rule in configuration.Rules)
            page.Append(Invariant, $"<p>{Html.Text(Sentence(rule))}</p>");
        page.Append("</section>");
        return Html.Page("Status", page.ToString(), refresh: true);
    }

    private static async Task<IResult> InvitationAsync(IInvitationQueries invitations, long id, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(new InvitationId(id), cancellationToken) is not { } row)
            return Results.Problem($"There is no invitation {id}.", statusCode: StatusCodes.Status404NotFound);
        var page = new StringBuilder($"""
            <section><h2>Invitation {row.Id}</h2><dl>
            <dt>State</dt><dd>{Html.State(row.State.ToString())}</dd>
            <dt>Reason</dt><dd>{Html.Text(row.Reason ?? "waits for its due time")}</dd>
            <dt>What to do</dt><dd>{Html.Text(row.Advice ?? "nothing")}</dd>
            <dt>Subject</dt><dd>{Html.Text(row.Interaction.Subject.ToString())} of {Html.Text(row.Interaction.Store.ToString())}</dd>
            <dt>Happened</dt><dd>{Html.Time(row.Interaction.OccurredAt)} ({Html.Text(row.Interaction.Trigger.ToString())}, {Html.Text(row.Interaction.Origin.ToString())})</dd>
            <dt>Due</dt><dd>{Html.Time(row.DueAt)}</dd>
            <dt>Rule</dt><dd>{Html.Text(row.Rule.ToString())}</dd>
            <dt>Requests</dt><dd>{row.Attempts}</dd>
            <dt>Reference</dt><dd>{Html.Text(row.Reference ?? "none")}</dd>
            </dl></section><section><h2>History</h2><div class="scroll"><table><tr><th>When</th><th>From</th><th>To</th><th>By</th><th>Why</th></tr>
            """);
        foreach (var line in await invitations.HistoryAsync(row.Id, cancellationToken))
        {
            page.Append(Invariant, $"<tr><td>{Html.Time(line.At)}</td><td>{Html.Text(line.From?.ToString())}</td><td>{Html.State(line.To.ToString())}</td>");
            page.Append(Invariant, $"<td>{Html.Text(line.By)}</td><td>{Html.Text(line.Why)}</td></tr>");
        }

        page.Append("</table></div></section>");
        return Html.Page($"Invitation {row.Id}", page.ToString());
    }

    private static string Count(int rows) => rows == IInvitationQueries.MostCounted ? string.Create(Invariant, $"{rows} or more") : rows.ToString(Invariant);

    private static string Rows(Page<InvitationRow> newest)
    {
        if (newest.Items.Count == 0)
            return "<section><h2>Newest</h2><p class=\"soft\">Nothing yet. Deliver a webhook to one of the addresses below.</p></section>";
        var rows = new StringBuilder("<section><h2>Newest</h2><div class=\"scroll\"><table><tr><th>No.</th><th>Subject</th><th>State</th><th>Reason</th><th>Due</th></tr>");
        foreach (var row in newest.Items)
        {
            rows.Append(Invariant, $"<tr><td><a href=\"/invitations/{row.Id}\">{row.Id}</a></td><td>{Html.Text(row.Interaction.Subject.ToString())}</td>");
            rows.Append(Invariant, $"<td>{Html.State(row.State.ToString())}</td><td>{Html.Text(row.Reason)}</td><td>{Html.Time(row.DueAt)}</td></tr>");
        }

        return rows.Append("</table></div></section>").ToString();
    }

    private static string Sentence(SendRule rule)
    {
        var delay = rule.Delay == SendDelay.None ? "at once" : $"{rule.Delay.Days} days and {rule.Delay.Time:hh\\:mm} hours later";
        return $"{rule.Name}: {(rule.Enabled ? "" : "(switched off) ")}on {rule.Trigger} of {rule.Store?.ToString() ?? "every source"}, {delay}, "
            + $"programme {rule.Programme}, {rule.Locations.Count} location rows, {rule.Metadata.Count} metadata keys, needs {rule.Contact}.";
    }
}
