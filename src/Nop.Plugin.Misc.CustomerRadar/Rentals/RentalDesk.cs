using System.Threading.Channels;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Consumers;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Rentals;

/// <summary>
/// Looks whether a paid order holds rentals, off the checkout's thread: that needs the items, and a checkout pays for one statement a rule, not
/// for reading. A notice lost with the process is found by the reconciler when the rental has ended.
/// </summary>
public sealed class RentalDesk(PluginGate gate, IRuleBooks books, IServiceScopeFactory scopes, ConsumerTrouble trouble) : BackgroundService
{
    private const int Waiting = 1000;

    private readonly Channel<RentalNotice> _notices =
        Channel.CreateBounded<RentalNotice>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>An order was paid. Returns at once.</summary>
    public void Paid(Order order) => Take(new RentalNotice(order.Id, OrderSubject.Store(order.StoreId), RentalNotice.Kind.Paid));

    /// <summary>An order does not stand any more; its items' invitations go with it. Returns at once.</summary>
    public void Ended(Order order, string reason) => Take(new RentalNotice(order.Id, OrderSubject.Store(order.StoreId), RentalNotice.Kind.Ended, reason));

    /// <summary>An order stands again. Returns at once.</summary>
    public void Revived(Order order, string reason) => Take(new RentalNotice(order.Id, OrderSubject.Store(order.StoreId), RentalNotice.Kind.Revived, reason));

    /// <summary>Works on what waits, and takes no more.</summary>
    internal Task FinishAsync()
    {
        _notices.Writer.TryComplete();
        return ExecuteTask ?? Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in _notices.Reader.ReadAllAsync(stoppingToken))
        {
            if (gate.IsClosedForGood)
                return;

            try
            {
                await HandleAsync(notice, stoppingToken);
            }
#pragma warning disable CA1031 // The edge of a background service: an exception would end the store.
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                trouble.Report(problem, OrderSubject.Of(notice.OrderId).ToString());
            }
        }
    }

    // In memory: a shop without such a rule reads nothing, ever.
    private void Take(RentalNotice notice)
    {
        var waiting = books.Current?.Matching(notice.Store, Trigger.BookingCompleted) ?? [];
        if (notice.What == RentalNotice.Kind.Paid ? waiting.Count > 0 : waiting.Any(rule => rule.Rental == RentalPick.Item))
            _notices.Writer.TryWrite(notice);
    }

    private async Task HandleAsync(RentalNotice notice, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var tables = services.GetRequiredService<StoreTables>();
        if (books.Current?.ConnectionOf(notice.Store) is not { } connection || await tables.FindAsync<Order>(notice.OrderId) is not { } order)
            return;

        var items = await tables.ListAsync<OrderItem>(rows => rows.Where(item => item.OrderId == notice.OrderId && item.RentalEndDateUtc != null));
        foreach (var interaction in RentalInteractions.Of(order, items, connection.TimeZone, InteractionOrigin.Event))
        {
            if (notice.What == RentalNotice.Kind.Paid)
                await services.GetRequiredService<InvitationPlanner>().PlanAsync(interaction, cancellationToken);
            else if (interaction.Rental == RentalPick.Item && notice.What == RentalNotice.Kind.Ended)
                await services.GetRequiredService<IOutbox>().CancelAsync(interaction.Store, interaction.Subject, notice.Reason, "store", cancellationToken);
            else if (interaction.Rental == RentalPick.Item)
                await services.GetRequiredService<InvitationPlanner>().ReviveAsync(interaction.Store, interaction.Subject, notice.Reason, "store", cancellationToken);
        }
    }
}
