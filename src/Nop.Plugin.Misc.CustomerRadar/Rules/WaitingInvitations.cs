using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What waits under a rule.</summary>
internal static class WaitingInvitations
{
    /// <summary>How many invitations wait; counting ends at <see cref="IInvitationQueries.MostCounted"/>.</summary>
    public static async Task<int> WaitingUnderAsync(this IInvitationQueries invitations, RuleKey key, CancellationToken cancellationToken) =>
        (await invitations.ListAsync(new InvitationFilter(InvitationState.Pending, Rule: key), 1, 1, cancellationToken)).Total;
}
