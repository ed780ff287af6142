using System.Globalization;

namespace CustomerRadar.Core.Invitations;

/// <summary>The number of an invitation: the row's key, all that a job carries, and what a merchant quotes.</summary>
/// <param name="Value">The number, given by the database.</param>
public readonly record struct InvitationId(long Value)
{
    /// <summary>The number in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
