using Nop.Plugin.Misc.CustomerRadar.Extensions;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class DisputeCheck(IDisputes disputes) : IEligibilityCheck
{
    public async Task<string?> ObjectionAsync(InvitationContext context, CancellationToken cancellationToken) =>
        context.Order is { } order && await disputes.IsOpenAsync(order.Id, cancellationToken)
            ? "The payment of the order is in dispute."
            : null;
}
