using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// A paid order becomes a row of the outbox. Runs inside the checkout: nothing but one INSERT a matching rule, and never an exception.
/// The planner is resolved late, because a constructor that throws would show the buyer an error after payment.
/// </summary>
public sealed class OrderPaidConsumer(PluginGate gate, IServiceProvider services, ConsumerTrouble trouble, TimeProvider time) : IConsumer<OrderPaidEvent>
{
    /// <inheritdoc/>
    public async Task HandleEventAsync(OrderPaidEvent eventMessage)
    {
        if (!gate.IsOpen || eventMessage?.Order is not { } order)
            return;

        try
        {
            // Some payment plugins publish before the date is set; then it was paid now.
            var paidAt = order.PaidDateUtc is { } paid ? new DateTimeOffset(DateTime.SpecifyKind(paid, DateTimeKind.Utc)) : time.GetUtcNow();
            var interaction = new Interaction(
                OrderSubject.Store(order.StoreId), Trigger.OrderPaid, OrderSubject.Of(order.Id), paidAt, InteractionOrigin.Event);
            await services.GetRequiredService<InvitationPlanner>().PlanAsync(interaction, CancellationToken.None);
        }
#pragma warning disable CA1031 // The edge of a consumer: a checkout must not notice.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            trouble.Report(problem, order.Id);
        }
    }
}
