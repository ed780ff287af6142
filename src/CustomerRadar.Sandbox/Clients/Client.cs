namespace CustomerRadar.Sandbox.Clients;

/// <summary>A client of Customer Radar: programmes and locations that may be combined freely.</summary>
public sealed record Client
{
    /// <summary>What a request names in <c>clientDisplayId</c>.</summary>
    public required string ClientDisplayId { get; init; }

    /// <summary>Shown on the inbox page. Default: empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The programmes of this client.</summary>
    public required IReadOnlyList<Programme> Programmes { get; init; }

    /// <summary>The locations of this client.</summary>
    public required IReadOnlyList<Location> Locations { get; init; }

    internal Programme? FindProgramme(string id) => Programmes.FirstOrDefault(programme => programme.ProgrammeDisplayId == id);

    internal Location? FindLocation(string id) => Locations.FirstOrDefault(location => location.LocationDisplayId == id);
}
