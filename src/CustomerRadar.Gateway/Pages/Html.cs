using System.Globalization;
using System.Net;

namespace CustomerRadar.Gateway.Pages;

/// <summary>The frame of every page: no script of others, no font of others, readable on a phone.</summary>
internal static class Html
{
    private const string Style = """
        :root{--ink:#1d2a32;--soft:#5c6b75;--line:#dbe3e8;--back:#f5f8fa;--card:#fff;--brand:#165c7d}
        *{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back)}
        header{background:var(--brand);color:#fff;padding:.8rem 1.2rem;display:flex;gap:1rem;align-items:baseline;flex-wrap:wrap}
        header a{color:#fff;text-decoration:none;font-weight:600;font-size:1.1rem}header span{opacity:.85}
        main{max-width:70rem;margin:0 auto;padding:1rem}
        section{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem}
        h2{font-size:1rem;margin:0 0 .6rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
        .counts{display:flex;flex-wrap:wrap;gap:.6rem}.count{border:1px solid var(--line);border-radius:.5rem;padding:.4rem .8rem;min-width:6.5rem}.count b{display:block;font-size:1.4rem}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th{text-align:left;color:var(--soft);font-weight:600}th,td{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        .state{border-radius:1rem;padding:.05rem .6rem;font-size:.85rem;background:#e6edf1;white-space:nowrap}
        .Accepted{background:#d5f0df;color:#12633a}.Failed{background:#fbdcd8;color:#8c2114}.Unconfirmed{background:#fdeccb;color:#7a5200}.Skipped,.Cancelled{background:#ececec;color:#555}
        code{background:#eef3f6;border-radius:.25rem;padding:.05rem .3rem;overflow-wrap:anywhere}p{margin:.3rem 0}small,.soft{color:var(--soft)}a{color:var(--brand)}
        @media(max-width:40rem){table,tbody,tr,td{display:block}th{display:none}tr{border-bottom:1px solid var(--line);padding:.4rem 0}td{border:0;padding:.05rem 0;overflow-wrap:anywhere}.count{flex:1 1 6.5rem}}
        """;

    public static IResult Page(string title, string body, bool refresh = false) => Results.Content(
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        {(refresh ? "<meta http-equiv=\"refresh\" content=\"10\">" : "")}<title>{Text(title)}</title><style>{Style}</style></head>
        <body><header><a href="/">Customer Radar gateway</a><span>{Text(title)}</span></header><main>{body}</main></body></html>
        """,
        "text/html; charset=utf-8");

    /// <summary>Encodes a text: nothing that came from outside stands in a page as it came.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    public static string Time(DateTimeOffset instant) => Text(instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));

    public static string State(string state) => $"<span class=\"state {Text(state)}\">{Text(state)}</span>";
}
