namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

/// <summary>What another plugin knows about payments.</summary>
public interface IDisputes
{
    Task<bool> IsOpenAsync(int orderId, CancellationToken cancellationToken);
}
