namespace CustomerRadar.Core.Invitations;

/// <summary>What marking "request started" gave. Only after <see cref="Marked"/> may bytes leave.</summary>
public enum RequestStart
{
    /// <summary>Marked: send now.</summary>
    Marked,

    /// <summary>Somebody else has the row; stop without a word.</summary>
    LeaseLost,

    /// <summary>The lease would end before the request's total time-out; give the row back.</summary>
    LeaseTooShort,

    /// <summary>A cancellation was asked for; cancel the row.</summary>
    CancelRequested,

    /// <summary>A pause that covers the row was closed meanwhile; give the row back.</summary>
    Paused,
}
