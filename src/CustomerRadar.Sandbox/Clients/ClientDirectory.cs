using System.Text.Json;
using CustomerRadar.Sandbox.Clients.Internal;

namespace CustomerRadar.Sandbox.Clients;

/// <summary>The clients, programmes, locations and POMs that this sandbox knows. Any other id is refused.</summary>
public sealed record ClientDirectory
{
    /// <summary>The clients; their ids are distinct.</summary>
    public required IReadOnlyList<Client> Clients { get; init; }

    /// <summary>
    /// The ids of the documented example request, and for the documented refusals a location with two POMs and a
    /// programme without Postmark ID.
    /// </summary>
    public static ClientDirectory Example { get; } = DirectoryJson.ReadExample();

    /// <summary>Reads a directory in the form of <c>Clients/directory.json</c>.</summary>
    /// <exception cref="JsonException">Not JSON, a required member is missing, or a member is unknown.</exception>
    public static ClientDirectory Parse(string json) => DirectoryJson.Read(json);

    internal Client? Find(string clientDisplayId) => Clients.FirstOrDefault(client => client.ClientDisplayId == clientDisplayId);
}
