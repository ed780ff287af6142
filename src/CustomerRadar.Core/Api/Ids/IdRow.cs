namespace CustomerRadar.Core.Api.Ids;

/// <summary>
/// Ids that were found together, with the names beside them. What was not there is null: a list of locations gives rows without POM.
/// At least one id is there. The four keys are documented by Customer Radar; the names and the forms that ids come in are not.
/// </summary>
public sealed record IdRow
{
    /// <summary>The <c>clientDisplayId</c>.</summary>
    public ClientDisplayId? Client { get; init; }

    /// <summary>The client's name.</summary>
    public string? ClientName { get; init; }

    /// <summary>The <c>programmeDisplayId</c>.</summary>
    public ProgrammeDisplayId? Programme { get; init; }

    /// <summary>The programme's name.</summary>
    public string? ProgrammeName { get; init; }

    /// <summary>The <c>locationDisplayId</c>.</summary>
    public LocationDisplayId? Location { get; init; }

    /// <summary>The location's name.</summary>
    public string? LocationName { get; init; }

    /// <summary>The <c>pomDisplayId</c>.</summary>
    public PomDisplayId? Pom { get; init; }

    /// <summary>The POM's name.</summary>
    public string? PomName { get; init; }

    /// <summary>The name of the smallest thing that has one: of the POM, else the location, the programme, the client. Null: none has.</summary>
    public string? Name => PomName ?? LocationName ?? ProgrammeName ?? ClientName;
}
