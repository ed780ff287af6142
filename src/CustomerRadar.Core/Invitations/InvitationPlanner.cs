using CustomerRadar.Core.Api;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>Turns an interaction into rows: one for every rule that matches. No HTTP, one INSERT a rule; without a matching rule no I/O at all.</summary>
public sealed class InvitationPlanner(IOutbox outbox, IInvitationCommands commands, IRuleBooks books, IInvitationScheduler scheduler)
{
    /// <summary>Plans an interaction. An interaction that is planned already changes nothing.</summary>
    /// <returns>One result for every matching rule; empty when none matches.</returns>
    public async Task<IReadOnlyList<PlanResult>> PlanAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        // Only in the first moments of a process is there no book yet; reading it then beats losing the interaction.
        var book = books.Current ?? await books.ReadAsync(cancellationToken);
        var rules = book.Matching(interaction.Store, interaction.Trigger).Where(rule => IsActive(rule, interaction)).ToList();
        if (rules.Count == 0)
            return [];

        var connection = book.ConnectionOf(interaction.Store)!;
        var results = new List<PlanResult>(rules.Count);
        foreach (var rule in rules)
        {
            results.Add(await WriteAsync(Planned(interaction, rule, connection), cancellationToken));
        }

        return results;
    }

    /// <summary>Plans an interaction under one rule only, for periodic work that has read the book itself.</summary>
    /// <param name="interaction">What happened.</param>
    /// <param name="rule">The rule that invites.</param>
    /// <param name="connection">The connection of the interaction's store.</param>
    /// <param name="earliest">Not due before this instant, and then in the rule's window; null: when the rule says.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Null when the rule is not for this interaction: it happened before the rule's start, is a rental of the other kind, or a shipment that is not the last.</returns>
    public async Task<PlanResult?> PlanAsync(
        Interaction interaction, SendRule rule, Connection connection, DateTimeOffset? earliest, CancellationToken cancellationToken)
    {
        if (!IsActive(rule, interaction))
            return null;
        var planned = Planned(interaction, rule, connection);
        if (earliest is { } from && from > planned.DueAt)
            planned = planned with { DueAt = rule.Window?.NextOpening(from, connection.TimeZone) ?? from };
        return await WriteAsync(planned, cancellationToken);
    }

    /// <summary>
    /// Plans an interaction of a subject that may be known already: rows that were cancelled with it wait again, and rows that wait get the due
    /// time of its new instant. For platforms that tell of a moved or revived booking; not for the thread of a checkout.
    /// </summary>
    public async Task<PlanUpdate> UpdateAsync(Interaction interaction, string by, CancellationToken cancellationToken)
    {
        var results = await PlanAsync(interaction, cancellationToken);
        // Whatever the rules say today: a row of yesterday's may be waiting to be asked again.
        var revived = await ReviveAsync(interaction.Store, interaction.Subject, "The order or booking stands again.", by, cancellationToken);
        var moved = 0;
        foreach (var planned in results.Where(result => !result.IsNew).Select(result => result.Planned))
        {
            if (await MoveAsync(planned, by, cancellationToken))
                moved++;
        }

        return new PlanUpdate(results, moved, revived);
    }

    /// <summary>A subject stands again: rows that were cancelled with it wait again. Returns how many.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="subject">The order or booking.</param>
    /// <param name="reason">Why, in plain words for the merchant.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async Task<int> ReviveAsync(StoreKey store, SubjectKey subject, string reason, string by, CancellationToken cancellationToken)
    {
        var revived = await commands.ReviveAsync(store, subject, reason, by, cancellationToken);
        // Those that are due by now go at once; a job that comes too early finds nothing to do, and the sweep does the rest.
        foreach (var id in revived)
            scheduler.Schedule(id, DateTimeOffset.MinValue);
        return revived.Count;
    }

    /// <summary>After a rule was changed: gives the rows that wait under it the due time that it says now. Returns how many were moved.</summary>
    public async Task<int> ReplanAsync(RuleKey key, string by, CancellationToken cancellationToken)
    {
        const int PageSize = 200;
        var book = await books.ReadAsync(cancellationToken);
        if (book.Find(key) is not { } rule)
            return 0;
        var moved = 0;
        for (var after = new InvitationId(0); ;)
        {
            var page = await commands.WaitingAsync(key, after, PageSize, cancellationToken);
            foreach (var row in page)
            {
                if (book.ConnectionOf(row.Interaction.Store) is not { } connection)
                    continue;
                var planned = Planned(row.Interaction, rule, connection);
                // A backfill's row keeps its place in the throttle.
                if (row.Interaction.Origin == InteractionOrigin.Backfill && planned.DueAt < row.FirstDueAt)
                    planned = planned with { DueAt = row.FirstDueAt };
                if (await MoveAsync(planned, by, cancellationToken))
                    moved++;
            }

            if (page.Count < PageSize)
                return moved;
            after = page[^1].Id;
        }
    }

    private async Task<bool> MoveAsync(PlannedInvitation planned, string by, CancellationToken cancellationToken)
    {
        if (await commands.MoveAsync(planned, by, cancellationToken) is not { } id)
            return false;
        scheduler.Schedule(id, planned.DueAt);
        return true;
    }

    private async Task<PlanResult> WriteAsync(PlannedInvitation planned, CancellationToken cancellationToken)
    {
        var result = await outbox.AddAsync(planned, cancellationToken);
        if (result.Id is { } id)
            scheduler.Schedule(id, planned.DueAt);
        return result;
    }

    private static PlannedInvitation Planned(Interaction interaction, SendRule rule, Connection connection) =>
        new(interaction, rule.Key, connection.Key, DueTime.Of(interaction.OccurredAt, rule.Delay, rule.Window, connection.TimeZone));

    // A merchant who asks for the past (backfill, import, by hand) means it.
    private static bool IsActive(SendRule rule, Interaction interaction) =>
        (interaction.Rental is not { } rental || rental == rule.Rental)
        && !(interaction.MoreToCome && rule.Shipment == ShipmentPick.Last)
        && (rule.ActiveFrom is not { } from
            || interaction.OccurredAt >= from
            || interaction.Origin is not (InteractionOrigin.Event or InteractionOrigin.Reconcile));
}
