using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Rules;

/// <summary>Everything that <see cref="Eligibility"/> looks at, as it is now. Whoever asks has read it; judging reads nothing more.</summary>
public sealed record EligibilityFacts
{
    /// <summary>What happened.</summary>
    public required Interaction Interaction { get; init; }

    /// <summary>The rule that the invitation was planned under, which may be deleted by now.</summary>
    public required RuleKey RuleKey { get; init; }

    /// <summary>When the invitation was first due. The maximum age counts from it.</summary>
    public required DateTimeOffset FirstDueAt { get; init; }

    /// <summary>The instant of judging: when the row was leased, by the database's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Why it is to be cancelled; null when nobody asked.</summary>
    public string? CancelRequested { get; init; }

    /// <summary>The cause that goes with <see cref="CancelRequested"/>. It does not change the decision.</summary>
    public CancelCause CancelCause { get; init; }

    /// <summary>
    /// True: a person wants it sent now, whatever delay and window say; never without consent, and never after opt-out, erasure or cancellation.
    /// </summary>
    public bool SendNow { get; init; }

    /// <summary>True: that person was told that age or cap stand against it, and wants it all the same.</summary>
    public bool AgeAndCapConfirmed { get; init; }

    /// <summary>The rule; null when it was deleted.</summary>
    public SendRule? Rule { get; init; }

    /// <summary>True: the rule exists, and cannot be read; <see cref="Rule"/> is null then.</summary>
    public bool RuleIsUnreadable { get; init; }

    /// <summary>The store's connection; null when it has none.</summary>
    public Connection? Connection { get; init; }

    /// <summary>The order or booking; null when it does not exist (any more).</summary>
    public SubjectSnapshot? Subject { get; init; }

    /// <summary>Why the customer must not be asked; null when he may be.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>The installation's key, under which samples are drawn. Not printed.</summary>
    public ReadOnlyMemory<byte> SampleKey { get; init; }
}
