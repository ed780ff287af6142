using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Invitations;

/// <summary>What the gateway keeps of a subject, since a webhook platform cannot be asked again.</summary>
public sealed record SubjectRecord
{
    /// <summary>The booking source.</summary>
    public required StoreKey Store { get; init; }

    /// <summary>The booking.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>Whether it stands.</summary>
    public required SubjectStatus Status { get; init; }

    /// <summary>Why it does not stand, in plain words; null when it does.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When the interaction happens or happened; null when only a cancellation has been seen.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The source's own timestamp of this version: the newest wins, an older delivery changes nothing.</summary>
    public required DateTimeOffset SourceVersion { get; init; }

    /// <summary>Whom to ask.</summary>
    public Contact Contact { get; init; } = new();

    /// <summary>The contact's hashes, so that an erasure finds the subject; not read back.</summary>
    public IReadOnlyCollection<ContactHash> Hashes { get; init; } = [];

    /// <summary>The fields that the source's configuration took from the payload: a name, and one or several values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
