using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.CustomerRadar.Hosting;

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

    /// <summary>Something happened: a row for every rule that matches.</summary>
    public Task HappenedAsync(Interaction interaction) => HappenedAsync(interaction.Trigger, interaction.Subject, () => Task.FromResult<Interaction?>(interaction));

    /// <summary>Something happened, and the rest of it has to be read first: only when a rule waits for the trigger.</summary>
    /// <param name="trigger">What happened.</param>
    /// <param name="subject">To which order or booking.</param>
    /// <param name="readAsync">Reads the rest; null when the subject is gone.</param>
    public Task HappenedAsync(Trigger trigger, SubjectKey subject, Func<Task<Interaction?>> readAsync) => RunAsync(
        subject,
        async (book, cancellationToken) =>
        {
            if (book.Rules.Any(rule => rule.Enabled && rule.Trigger == trigger) && await readAsync() is { } interaction)
                await Planner.PlanAsync(interaction, cancellationToken);
        });

    /// <summary>A subject does not stand any more: its rows are cancelled. Without a rule that serves its store there can be no rows, and nothing is asked.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="subject">The order or booking.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    public Task EndedAsync(StoreKey store, SubjectKey subject, string reason) => RunAsync(
        subject,
        async (book, cancellationToken) =>
        {
            if (Serves(book, store))
                await services.GetRequiredService<IOutbox>().CancelAsync(store, subject, reason, By, cancellationToken);
        });

    /// <summary>A subject stands again: rows that were cancelled with it wait again.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="subject">The order or booking.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    public Task RevivedAsync(StoreKey store, SubjectKey subject, string reason) => RunAsync(
        subject,
        async (book, cancellationToken) =>
        {
            if (Serves(book, store))
                await Planner.ReviveAsync(store, subject, reason, By, cancellationToken);
        });

    /// <summary>A subject has another instant, or stands again: its rows that wait are due accordingly, those cancelled with it wait again, a rule without a row gets one.</summary>
    public Task MovedAsync(Interaction interaction) => RunAsync(
        interaction.Subject, (_, cancellationToken) => Planner.UpdateAsync(interaction, By, cancellationToken));

    private InvitationPlanner Planner => services.GetRequiredService<InvitationPlanner>();

    private static bool Serves(RuleBook book, StoreKey store) => book.Rules.Any(rule => rule.Store is null || rule.Store == store);

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
