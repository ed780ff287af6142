namespace CustomerRadar.Core.Invitations.Internal;

/// <summary>Whether bytes may have left for a row: after that, nothing may put it back to waiting unless the answer says that it was not taken.</summary>
internal sealed class CallProgress
{
    public bool Started { get; set; }
}
