using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Invitations;

/// <summary>An order or booking as it is now, with the fields that a rule asked for.</summary>
public sealed record SubjectSnapshot
{
    /// <summary>Whether it still stands. Default <see cref="SubjectStatus.Active"/>.</summary>
    public SubjectStatus Status { get; init; }

    /// <summary>Why it does not stand, in plain words; null when it does.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Whom to ask.</summary>
    public Contact Contact { get; init; } = new();

    /// <summary>The fields that the rule names.</summary>
    public SubjectFields Fields { get; init; } = SubjectFields.Empty;
}
