using CustomerRadar.Core.Rules;

namespace CustomerRadar.Gateway.Sources;

/// <summary>How one kind of event is read.</summary>
internal sealed record SourceEvent
{
    /// <summary>The names of the event, as the source sends them.</summary>
    public required IReadOnlyList<string> When { get; init; }

    /// <summary>What it does.</summary>
    public required SourceAction Action { get; init; }

    /// <summary>The trigger of the rules that it may match.</summary>
    public Trigger Trigger { get; init; } = Trigger.BookingCompleted;

    /// <summary>The booking's id.</summary>
    public required SourcePath Subject { get; init; }

    /// <summary>The id that the booking had before it was moved; null when the source has none.</summary>
    public SourcePath? PreviousSubject { get; init; }

    /// <summary>When the interaction happens; needed for <see cref="SourceAction.Complete"/>.</summary>
    public SourcePath? OccurredAt { get; init; }

    /// <summary>E-mail addresses, tried in order.</summary>
    public IReadOnlyList<SourcePath> Emails { get; init; } = [];

    /// <summary>Phone numbers, tried in order.</summary>
    public IReadOnlyList<SourcePath> Phones { get; init; } = [];

    /// <summary>The country of the phone numbers, as two letters; null: the connection's.</summary>
    public SourcePath? Country { get; init; }

    /// <summary>First name.</summary>
    public SourcePath? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public SourcePath? LastName { get; init; }

    /// <summary>Whole name, split at its last space when there is no first and last name.</summary>
    public SourcePath? FullName { get; init; }

    /// <summary>The fields that rules may name.</summary>
    public IReadOnlyDictionary<string, SourcePath> Fields { get; init; } = new Dictionary<string, SourcePath>();
}
