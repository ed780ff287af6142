using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// The one way from an event of the store into the outbox. It runs inside a checkout or an admin's click: rules are looked up in memory, one
/// INSERT is made for a rule that matches, it ends after <see cref="Patience"/> whatever happens, and it never throws. What it depends on is
/// resolved late, because a constructor that throws would show the buyer an error after payment.
/// </summary>
public sealed class EventIntake(PluginGate gate, IServiceProvider services, ConsumerTrouble trouble, TimeProvider time)
{
    /// <summary>How long an event may take at the most, for all its rules together; what is lost then is found by the reconciler.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const string By = "store";

    /// <summary>An order came to a trigger: a row for every rule that matches.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="order">The order.</param>
    /// <param name="at">When, in UTC; null for now.</param>
    public Task HappenedAsync(Trigger trigger, Order order, DateTime? at) =>
        RunAsync(OrderSubject.Of(order.Id), (_, cancellationToken) => PlanAsync(trigger, order, at, cancellationToken));

    /// <summary>As <see cref="HappenedAsync(Trigger, Order, DateTime?)"/>, for an event that brings no order: it is read only when a rule waits for the trigger.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="orderId">The order's id.</param>
    /// <param name="at">When, in UTC; null for now.</param>
    public Task HappenedAsync(Trigger trigger, int orderId, DateTime? at) => RunAsync(
        OrderSubject.Of(orderId),
        async (book, cancellationToken) =>
        {
            if (book.Rules.Any(rule => rule.Enabled && rule.Trigger == trigger)
                && await services.GetRequiredService<OrderOfEvent>().FindAsync(orderId) is { } order)
                await PlanAsync(trigger, order, at, cancellationToken);
        });

    /// <summary>An order does not stand any more: its rows are cancelled. Without a rule that serves its store there can be no rows, and nothing is asked.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    public Task EndedAsync(Order order, string reason) => RunAsync(
        OrderSubject.Of(order.Id),
        async (book, cancellationToken) =>
        {
            var store = OrderSubject.Store(order.StoreId);
            if (Serves(book, store))
                await services.GetRequiredService<IOutbox>().CancelAsync(store, OrderSubject.Of(order.Id), reason, By, cancellationToken);
        });

    /// <summary>An order stands again: rows that were cancelled with it wait again.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    public Task RevivedAsync(Order order, string reason) => RunAsync(
        OrderSubject.Of(order.Id),
        async (book, cancellationToken) =>
        {
            var store = OrderSubject.Store(order.StoreId);
            if (Serves(book, store))
                await services.GetRequiredService<IInvitationCommands>().ReviveAsync(store, OrderSubject.Of(order.Id), reason, By, cancellationToken);
        });

    private static bool Serves(RuleBook book, StoreKey store) => book.Rules.Any(rule => rule.Store is null || rule.Store == store);

    private async Task PlanAsync(Trigger trigger, Order order, DateTime? at, CancellationToken cancellationToken)
    {
        var occurredAt = at is { } utc ? new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : time.GetUtcNow();
        var interaction = new Interaction(
            OrderSubject.Store(order.StoreId), trigger, OrderSubject.Of(order.Id), occurredAt, InteractionOrigin.Event)
        {
            Customer = order.CustomerId.ToString(CultureInfo.InvariantCulture),
            Note = Impersonation(),
        };
        await services.GetRequiredService<InvitationPlanner>().PlanAsync(interaction, cancellationToken);
    }

    // The store keeps no field for it; it knows only during the request.
    private string? Impersonation() =>
        services.GetService<IWorkContext>()?.OriginalCustomerIfImpersonated is { } person
            ? string.Create(CultureInfo.InvariantCulture, $"Done by customer {person.Id} in the name of the customer.")
            : null;

    private async Task RunAsync(SubjectKey subject, Func<RuleBook, CancellationToken, Task> work)
    {
        if (!gate.IsOpen)
            return;

        try
        {
            // The gate opens after the first book was read; it is never read here.
            if (services.GetRequiredService<IRuleBooks>().Current is not { Rules.Count: > 0 } book)
                return;
            using var patience = new CancellationTokenSource(Patience, time);
            await work(book, patience.Token);
        }
#pragma warning disable CA1031 // The edge of a consumer: a checkout must not notice.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            trouble.Report(problem, subject.ToString());
        }
    }
}
