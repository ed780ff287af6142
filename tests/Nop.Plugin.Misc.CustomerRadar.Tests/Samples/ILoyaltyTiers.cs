namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

/// <summary>What another plugin knows about customers.</summary>
public interface ILoyaltyTiers
{
    Task<string?> OfAsync(string customerId, CancellationToken cancellationToken);
}
