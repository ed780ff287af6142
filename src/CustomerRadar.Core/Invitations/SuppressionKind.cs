namespace CustomerRadar.Core.Invitations;

/// <summary>Why a contact must not be invited. Stored by name: never rename a member.</summary>
public enum SuppressionKind
{
    /// <summary>The customer does not want to be asked; the merchant may take it back.</summary>
    OptOut,

    /// <summary>The customer was erased; this entry is what is left, and it stays.</summary>
    Erasure,
}
