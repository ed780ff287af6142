namespace CustomerRadar.Core.Invitations;

/// <summary>Why a row was cancelled; only a row whose subject was cancelled comes back when the subject is active again. Stored by name: never rename a member.</summary>
public enum CancelCause
{
    /// <summary>The order or booking does not stand any more.</summary>
    Subject,

    /// <summary>The send rule was deleted.</summary>
    Rule,

    /// <summary>A person asked for it.</summary>
    Operator,

    /// <summary>The customer asked to be erased.</summary>
    Erasure,
}
