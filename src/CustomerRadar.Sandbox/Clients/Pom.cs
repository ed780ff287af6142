namespace CustomerRadar.Sandbox.Clients;

/// <summary>A point of measure (sub-measure) of a location.</summary>
public sealed record Pom
{
    /// <summary>What an entry names in <c>pomDisplayId</c>.</summary>
    public required string PomDisplayId { get; init; }

    /// <summary>Shown on the inbox page. Default: empty.</summary>
    public string Name { get; init; } = "";
}
