using CustomerRadar.Core.Api;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Invitations;

/// <summary>Turns an interaction into rows: one for every rule that matches. No HTTP, one INSERT a rule; without a matching rule no I/O at all.</summary>
public sealed class InvitationPlanner(IOutbox outbox, IRuleBooks books, IInvitationScheduler scheduler)
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
            var dueAt = DueTime.Of(interaction.OccurredAt, rule.Delay, rule.Window, connection.TimeZone);
            var result = await outbox.AddAsync(new PlannedInvitation(interaction, rule.Key, connection.Key, dueAt), cancellationToken);
            if (result.Id is { } id)
                scheduler.Schedule(id, dueAt);
            results.Add(result);
        }

        return results;
    }

    /// <summary>Plans an interaction under one rule only, for periodic work that has read the book itself.</summary>
    /// <param name="interaction">What happened.</param>
    /// <param name="rule">The rule that invites.</param>
    /// <param name="connection">The connection of the interaction's store.</param>
    /// <param name="earliest">Not due before this instant, and then in the rule's window; null: when the rule says.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>Null when the rule is not for this interaction: it happened before the rule's start, or is a rental of the other kind.</returns>
    public async Task<PlanResult?> PlanAsync(
        Interaction interaction, SendRule rule, Connection connection, DateTimeOffset? earliest, CancellationToken cancellationToken)
    {
        if (!IsActive(rule, interaction))
            return null;
        var dueAt = DueTime.Of(interaction.OccurredAt, rule.Delay, rule.Window, connection.TimeZone);
        if (earliest is { } from && from > dueAt)
            dueAt = rule.Window?.NextOpening(from, connection.TimeZone) ?? from;
        var result = await outbox.AddAsync(new PlannedInvitation(interaction, rule.Key, connection.Key, dueAt), cancellationToken);
        if (result.Id is { } id)
            scheduler.Schedule(id, dueAt);
        return result;
    }

    // A merchant who asks for the past (backfill, import, by hand) means it.
    private static bool IsActive(SendRule rule, Interaction interaction) =>
        (interaction.Rental is not { } rental || rental == rule.Rental)
        && (rule.ActiveFrom is not { } from
            || interaction.OccurredAt >= from
            || interaction.Origin is not (InteractionOrigin.Event or InteractionOrigin.Reconcile));
}
