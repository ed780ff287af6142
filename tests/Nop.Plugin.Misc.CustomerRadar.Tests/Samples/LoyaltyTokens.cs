using Nop.Plugin.Misc.CustomerRadar.Extensions;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class LoyaltyTokens(ILoyaltyTiers tiers) : ITokenResolver
{
    private const string Tier = "Loyalty.Tier";

    public IReadOnlyCollection<string> Tokens => [Tier];

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ResolveAsync(
        IReadOnlySet<string> wanted, InvitationContext context, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        if (context.CustomerId is { } customer && await tiers.OfAsync(customer, cancellationToken) is { } tier)
            values[Tier] = [tier];
        return values;
    }
}
