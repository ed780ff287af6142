using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>Writes rules, and does what belongs to it: the book in memory, what Customer Radar had refused of them, what waits under them.</summary>
public sealed class RuleWriting(
    ISendRuleStore rules, IRuleBooks books, SendingPauses pauses, IInvitationCommands commands, InvitationPlanner planner)
{
    private const string By = "configuration page";

    /// <summary>Writes. Done again after it was cut off, it does the rest.</summary>
    /// <returns>The book as it is afterwards.</returns>
    public async Task<RuleBook> WriteAsync(RuleWrites writes, CancellationToken cancellationToken)
    {
        foreach (var rule in writes.Saved)
            await rules.SaveAsync(rule, cancellationToken);
        foreach (var key in writes.Deleted)
            await rules.DeleteAsync(key, cancellationToken);
        return await FollowAsync(writes, cancellationToken);
    }

    /// <summary>Writes all or nothing, and nothing when the stored rules are not those that were seen.</summary>
    /// <returns>The book as it is afterwards; null when nothing was written.</returns>
    public async Task<RuleBook?> TryWriteAsync(RuleWrites writes, StoredRules seen, CancellationToken cancellationToken) =>
        await rules.TryReplaceAsync(seen, writes.Saved, writes.Deleted, cancellationToken) ? await FollowAsync(writes, cancellationToken) : null;

    private async Task<RuleBook> FollowAsync(RuleWrites writes, CancellationToken cancellationToken)
    {
        // From here on events are planned by the new rules.
        var book = await books.ReadAsync(cancellationToken);
        foreach (var key in writes.Deleted)
            await commands.CancelRuleAsync(key, By, cancellationToken);
        foreach (var key in writes.Replanned)
            await planner.ReplanAsync(key, By, cancellationToken);
        // The next sweep would do it, too; the merchant is waiting.
        await pauses.EndOutdatedAsync(book, cancellationToken);
        return book;
    }
}
