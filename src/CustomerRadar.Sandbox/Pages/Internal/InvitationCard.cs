using System.Text.Encodings.Web;
using System.Text.Json;
using CustomerRadar.Sandbox.Clients;
using CustomerRadar.Sandbox.Invitations;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>One accepted invitation.</summary>
internal static class InvitationCard
{
    // Readable here; the page encodes it.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Html Render(AcceptedInvitation invitation, ClientDirectory directory, string key)
    {
        var client = directory.Find(invitation.ClientDisplayId);
        var location = client?.FindLocation(invitation.LocationDisplayId);
        return Html.Of($"""
            <article class="card">
              <header>
                <h3>{Title(invitation)}</h3>
                <time datetime="{invitation.ReceivedAt:O}">{invitation.ReceivedAt.UtcDateTime:d MMM yyyy, HH:mm:ss} UTC</time>
                <p class="reference"><span>Reference</span> <code>{invitation.Reference}</code>{Duplicate(invitation)}</p>
              </header>
              <dl class="facts">
                {Fact("E-mail", invitation.Email, null)}
                {Fact("Mobile", invitation.Mobile, null)}
                {Fact("Client", client?.Name, invitation.ClientDisplayId)}
                {Fact("Programme", client?.FindProgramme(invitation.ProgrammeDisplayId)?.Name, invitation.ProgrammeDisplayId)}
                {Fact("Location", location?.Name, invitation.LocationDisplayId)}
                {Fact("POM", location?.FindPom(invitation.PomDisplayId ?? "")?.Name, invitation.PomDisplayId)}
              </dl>
              {Metadata(invitation)}
              <details data-key="{key}"><summary>Raw JSON</summary><pre>{JsonSerializer.Serialize(invitation.Entry, Readable)}</pre></details>
            </article>
            """);
    }

    private static string Title(AcceptedInvitation invitation)
    {
        var name = $"{invitation.FirstName} {invitation.LastName}".Trim();
        return name.Length > 0 ? name : "No name";
    }

    private static Html Duplicate(AcceptedInvitation invitation) => invitation.DuplicateOf is { } first
        ? Html.Of($"""<span class="duplicate" title="Same contact, location and metadata as {first}">Duplicate of {first}</span>""")
        : Html.Empty;

    private static Html Fact(string label, string? text, string? id)
    {
        if (string.IsNullOrEmpty(text) && string.IsNullOrEmpty(id))
            return Html.Empty;
        var code = string.IsNullOrEmpty(id) ? Html.Empty : Html.Of($"<code>{id}</code>");
        return Html.Of($"<div><dt>{label}</dt><dd>{text} {code}</dd></div>");
    }

    private static Html Metadata(AcceptedInvitation invitation) => invitation.Metadata.Count == 0
        ? Html.Empty
        : Html.Of($"""
            <table><thead><tr><th>Metadata key</th><th>Value</th></tr></thead>
            <tbody>{Html.Join(invitation.Metadata.Select(Row))}</tbody></table>
            """);

    private static Html Row(KeyValuePair<string, string> pair) =>
        Html.Of($"<tr><td><code>{pair.Key}</code></td><td>{pair.Value}</td></tr>");
}
