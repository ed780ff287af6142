using CustomerRadar.Sandbox.Clients;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>The log-in and the ids that a client has to be given.</summary>
internal static class KnownIds
{
    public static Html Render(SandboxOptions options) => Html.Of($"""
        <details class="panel fold" open>
          <summary><h2>Log-in and ids</h2></summary>
          <dl class="ids">
            <dt>Username</dt><dd><code>{options.Username}</code></dd>
            <dt>Password</dt><dd><code>{options.Password}</code></dd>
            {Html.Join(options.Directory.Clients.Select(ClientIds))}
          </dl>
        </details>
        """);

    private static Html ClientIds(Client client) => Html.Of($"""
        {Id("Client", client.Name, client.ClientDisplayId, "")}
        {Html.Join(client.Programmes.Select(ProgrammeIds))}
        {Html.Join(client.Locations.Select(LocationIds))}
        """);

    private static Html ProgrammeIds(Programme programme)
    {
        var notes = programme.RequiredMetadata.Select(key => $"requires {key}");
        if (!programme.PostmarkId)
            notes = notes.Prepend("no Postmark ID: refuses e-mail");
        return Id("Programme", programme.Name, programme.ProgrammeDisplayId, string.Join(", ", notes));
    }

    private static Html LocationIds(Location location) => Html.Of($"""
        {Id("Location", location.Name, location.LocationDisplayId, location.Poms.Count > 1 ? "needs a POM" : "")}
        {Html.Join(location.Poms.Select(pom => Id("POM", pom.Name, pom.PomDisplayId, "")))}
        """);

    private static Html Id(string what, string name, string id, string note) => Html.Of($"""
        <dt>{what} <span class="name">{name}</span></dt>
        <dd><code>{id}</code>{(note.Length == 0 ? Html.Empty : Html.Of($"<small>{note}</small>"))}</dd>
        """);
}
