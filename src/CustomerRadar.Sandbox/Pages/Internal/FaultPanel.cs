using CustomerRadar.Sandbox.Faults;
using CustomerRadar.Sandbox.Faults.Internal;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>The buttons that order the common faults.</summary>
internal static class FaultPanel
{
    public static IReadOnlyList<Fault> Common { get; } =
    [
        Fault.Status(503, retryAfter: 2, count: 5),
        Fault.Status(500, count: 1),
        Fault.Delay(TimeSpan.FromSeconds(30), count: 1),
        Fault.DropAfterAccept(count: 1),
        Fault.Garbage(count: 1),
        Fault.RefuseLogin(count: 3),
        Fault.ExpireTokens,
        Fault.SingleSession,
    ];

    public static Html Render() => Html.Of($"""
        <details class="panel fold" open>
          <summary><h2>Faults</h2></summary>
          <p class="hint">What the next invitations or log-ins meet. A second fault of a kind replaces the first.</p>
          <form method="post" action="/sandbox/faults" class="faults">
            {Html.Join(Common.Select(fault => Button(fault, "")))}
            {Button(Fault.None, "clear")}
          </form>
        </details>
        """);

    private static Html Button(Fault fault, string style) =>
        Html.Of($"""<button name="fault" value="{FaultJson.Write(fault)}" class="{style}">{FaultText.Of(fault)}</button>""");
}
