using CustomerRadar.Sandbox.Faults.Internal;
using CustomerRadar.Sandbox.Invitations;
using CustomerRadar.Sandbox.Invitations.Internal;
using CustomerRadar.Sandbox.Requests.Internal;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>The part of the page that changes; the page fetches it again every two seconds.</summary>
internal sealed class LiveInbox(SandboxOptions options, Inbox inbox, FaultBoard faults, RequestCounters counters)
{
    private const int Shown = 100;

    public Html Render()
    {
        var invitations = inbox.Read();
        return Html.Of($"""
            <section class="stats" aria-label="Counters">{Counters(invitations)}</section>
            <section class="inbox">
              {ActiveFaults()}
              <div class="bar"><h2>Inbox <span class="pill">{invitations.Count:N0}</span></h2>{Hint(invitations.Count)}</div>
              {(invitations.Count == 0 ? Nothing() : Html.Join(Newest(invitations)))}
            </section>
            """);
    }

    // The key is the place in all that ever came in: a card keeps it while others arrive above and fall out below.
    private IEnumerable<Html> Newest(IReadOnlyList<AcceptedInvitation> invitations) => invitations
        .Index()
        .TakeLast(Shown)
        .Reverse()
        .Select(at => InvitationCard.Render(at.Item, options.Directory, $"{inbox.Forgotten + at.Index}"));

    private Html Counters(IReadOnlyList<AcceptedInvitation> invitations)
    {
        var counts = counters.Read();
        var duplicates = invitations.Count(invitation => invitation.DuplicateOf is not null);
        return Html.Join(
        [
            Counter("Log-ins", counts.LogIns, "Log-ins that were given a token", ""),
            Counter("Accepted", counts.Invitations, "Invitation requests accepted and recorded, whatever became of the answer", "good"),
            Counter("Refused", counts.Refused, "Answered with a refusal: wrong log-in, no valid token, wrong request", "warn"),
            Counter("Broken by faults", counts.Failed, "Invitation requests that a fault broke", "bad"),
            Counter("Duplicates", duplicates, "In the inbox: same contact, location and metadata as an earlier one", "warn"),
            Counter("Most at once", counts.MaxInFlight, "The greatest number of invitation requests in flight at the same time", ""),
        ]);
    }

    private static Html Counter(string label, int value, string meaning, string style) =>
        Html.Of($"""<div class="stat {(value > 0 ? style : "")}" title="{meaning}"><b>{value:N0}</b><span>{label}</span></div>""");

    private Html ActiveFaults()
    {
        var active = faults.Read().Select(fault => Html.Of($"<span>{FaultText.Of(fault)}</span>")).ToList();
        return active.Count == 0
            ? Html.Empty
            : Html.Of($"""<p class="active" role="status"><b>Active faults</b>{Html.Join(active)}</p>""");
    }

    private Html Hint(int count) => (inbox.Forgotten, count) switch
    {
        ( > 0, _) => Html.Of($"""
            <span class="hint">The newest {Math.Min(count, Shown)} of {count:N0} kept; {inbox.Forgotten:N0} older ones forgotten</span>
            """),
        (_, > Shown) => Html.Of($"""<span class="hint">The newest {Shown} of {count:N0}</span>"""),
        _ => Html.Empty,
    };

    private static Html Nothing() => Html.Of($"""
        <div class="empty">
          <h3>No invitation yet</h3>
          <p>Point the plugin or the gateway at this address with the log-in and ids of this page. What it sends appears here by itself.
          Nothing is ever passed on to a customer.</p>
        </div>
        """);
}
