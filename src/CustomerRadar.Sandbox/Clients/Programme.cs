namespace CustomerRadar.Sandbox.Clients;

/// <summary>A programme: what a customer is asked, and by which channel.</summary>
public sealed record Programme
{
    /// <summary>What a request names in <c>programmeDisplayId</c>.</summary>
    public required string ProgrammeDisplayId { get; init; }

    /// <summary>Shown on the inbox page. Default: empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether a Postmark ID is set. Without one an entry with an e-mail is refused. Default: true.</summary>
    public bool PostmarkId { get; init; } = true;

    /// <summary>Metadata keys that every entry must carry, in this case and spelling. Default: none.</summary>
    public IReadOnlyList<string> RequiredMetadata { get; init; } = [];
}
