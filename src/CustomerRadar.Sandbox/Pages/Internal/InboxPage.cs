using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>The page at <c>GET /</c>: one document without outside files.</summary>
internal sealed class InboxPage(SandboxOptions options, LiveInbox live)
{
    private static readonly Html Style = Html.Trusted(EmbeddedText.Read("inbox.css"));
    private static readonly Html Script = Html.Trusted(EmbeddedText.Read("inbox.js"));

    /// <param name="address">The address at which the browser reached the page: what a client has to be given.</param>
    /// <param name="nonce">Allows the page's own script, and no other.</param>
    public Html Render(string address, string nonce) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Customer Radar sandbox</title>
        <style>{Style}</style>
        </head>
        <body>
        <header class="top">
          <div><h1>Customer Radar sandbox</h1><p>Test invitations only: nothing reaches a customer</p></div>
          <code class="address">{address}</code>
          <span class="state" id="state" role="status">Live</span>
        </header>
        <main>
          <div id="live">{live.Render()}</div>
          <aside>
            {FaultPanel.Render()}
            {KnownIds.Render(options)}
            <details class="panel fold" open>
              <summary><h2>Start afresh</h2></summary>
              <form method="post" action="/sandbox/clear" class="faults">
                <button name="what" value="invitations">Empty the inbox</button>
                <button name="what" value="requests">Zero the counters</button>
              </form>
            </details>
          </aside>
        </main>
        <script nonce="{nonce}">{Script}</script>
        </body>
        </html>
        """);
}
