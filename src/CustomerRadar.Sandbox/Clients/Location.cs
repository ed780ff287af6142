namespace CustomerRadar.Sandbox.Clients;

/// <summary>A location of a client.</summary>
public sealed record Location
{
    /// <summary>What an entry names in <c>locationDisplayId</c>.</summary>
    public required string LocationDisplayId { get; init; }

    /// <summary>Shown on the inbox page. Default: empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Points of measure (sub-measures). With two or more, an entry must name one. Default: none.</summary>
    public IReadOnlyList<Pom> Poms { get; init; } = [];

    internal Pom? FindPom(string id) => Poms.FirstOrDefault(pom => pom.PomDisplayId == id);
}
