using System.Globalization;

namespace CustomerRadar.Core.Invitations;

/// <summary>The number of an invitation: the row's key, all that a job carries, and what a merchant quotes.</summary>
public readonly record struct InvitationId(long Value)
{
    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
