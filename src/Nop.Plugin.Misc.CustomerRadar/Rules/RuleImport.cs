using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>Takes rules from a document: checks it as a whole, says what it does, and does it when the merchant has seen that.</summary>
public sealed class RuleImport(
    ISendRuleStore rules,
    IInvitationQueries invitations,
    RuleImportCheck check,
    StoreConnections connections,
    StoreNames stores,
    RuleWriting writing,
    TimeProvider time)
{
    /// <summary>Looks at a document. Writes nothing.</summary>
    public async Task<RuleImportResult> PreviewAsync(RuleImportModel model, CancellationToken cancellationToken)
    {
        var (preview, _) = await ReadAsync(model, cancellationToken);
        return new RuleImportResult(preview.Faults.Count > 0 ? RuleImportOutcome.Faulty : RuleImportOutcome.Preview, preview);
    }

    /// <summary>Imports a document as it was shown; when anything is not as it was shown, nothing is written.</summary>
    public async Task<RuleImportResult> ApplyAsync(RuleImportModel model, CancellationToken cancellationToken)
    {
        var (preview, stored) = await ReadAsync(model, cancellationToken);
        if (preview.Faults.Count > 0)
            return new RuleImportResult(RuleImportOutcome.Faulty, preview);
        if (preview.Stamp != model.Stamp)
            return new RuleImportResult(RuleImportOutcome.Outdated, preview);
        if (preview.AsksForWaiting && model.Waiting is not (ConfigurationModel.Move or ConfigurationModel.Keep))
            return new RuleImportResult(RuleImportOutcome.Unanswered, preview);

        var writes = new RuleWrites(
            [.. preview.Changes.Select(change => change.After).OfType<SendRule>()],
            [.. Keys(preview, change => change.Kind == RuleImportKind.Deleted)],
            model.Waiting == ConfigurationModel.Move ? [.. Keys(preview, change => change.IsMoved)] : []);
        // Another import may have come between the look at the stamp and here.
        return await writing.TryWriteAsync(writes, stored, cancellationToken) is { } book
            ? new RuleImportResult(RuleImportOutcome.Done, preview) { NotServed = await stores.NotServedAsync(book, writes.Saved) }
            : new RuleImportResult(RuleImportOutcome.Outdated, (await ReadAsync(model, cancellationToken)).Preview);
    }

    private static IEnumerable<RuleKey> Keys(RuleImportPreview preview, Func<RuleImportChange, bool> which) => preview.Changes.Where(which).Select(change => change.Key);

    private async Task<(RuleImportPreview Preview, StoredRules Stored)> ReadAsync(RuleImportModel model, CancellationToken cancellationToken)
    {
        var stored = await rules.ReadAsync(cancellationToken);
        var stamp = RuleImportStamp.Of(stored, model);
        var reading = SendRulesDocument.Read(model.Document ?? "", await check.ForAsync(stored.Rules));
        if (reading.Faults.Count > 0)
            return (new RuleImportPreview(reading.Faults, [], stamp), stored);

        var imported = reading.Rules.Select(rule => rule.Key).ToHashSet();
        var changes = reading.Rules.Select(rule => Change(rule, stored))
            .Concat(Others(stored, model.DeleteOthers).Where(other => !imported.Contains(other.Key)))
            .ToList();
        var book = await BookAsync(stored, changes);
        for (var i = 0; i < changes.Count; i++)
            changes[i] = await CompleteAsync(changes[i], book, cancellationToken);
        return (new RuleImportPreview([], changes, stamp), stored);
    }

    private RuleImportChange Change(SendRule rule, StoredRules stored)
    {
        var before = stored.Rules.FirstOrDefault(other => other.Key == rule.Key);
        var isUnreadable = stored.Unreadable.Any(other => other.Key == rule.Key);
        if (before is not null && RuleDifference.Of(before, rule).Count == 0)
            return new RuleImportChange(rule.Key, rule.Name, RuleImportKind.Unchanged);

        var after = rule.Replacing(before, time.GetUtcNow());
        var members = before is null ? [] : RuleDifference.Of(before, after);
        if (before is not null && members.Count == 0)
            return new RuleImportChange(rule.Key, rule.Name, RuleImportKind.Unchanged);
        return new RuleImportChange(rule.Key, rule.Name, before is null && !isUnreadable ? RuleImportKind.New : RuleImportKind.Changed, after)
        {
            Members = members,
            IsUnreadable = isUnreadable,
            IsMoved = isUnreadable || before?.IsDueAs(after) == false,
            SkipsWaiting = before is not null && (before.Trigger != after.Trigger || (after.Store is not null && before.Store != after.Store)),
        };
    }

    private static IEnumerable<RuleImportChange> Others(StoredRules stored, bool delete)
    {
        var kind = delete ? RuleImportKind.Deleted : RuleImportKind.Kept;
        return stored.Rules.Select(rule => new RuleImportChange(rule.Key, rule.Name, kind))
            .Concat(stored.Unreadable.Select(rule => new RuleImportChange(rule.Key, rule.Name, kind) { IsUnreadable = true }));
    }

    // The rules as they would be afterwards.
    private Task<RuleBook> BookAsync(StoredRules stored, IReadOnlyList<RuleImportChange> changes)
    {
        var replaced = changes.Where(change => change.After is not null || change.Kind == RuleImportKind.Deleted).Select(change => change.Key).ToHashSet();
        return connections.BookAsync(new StoredRules(
            [.. stored.Rules.Where(rule => !replaced.Contains(rule.Key)), .. changes.Select(change => change.After).OfType<SendRule>()],
            [.. stored.Unreadable.Where(rule => !replaced.Contains(rule.Key))]));
    }

    private async Task<RuleImportChange> CompleteAsync(RuleImportChange change, RuleBook book, CancellationToken cancellationToken)
    {
        if (change.Kind is RuleImportKind.Changed or RuleImportKind.Deleted)
            change = change with { Waiting = await invitations.WaitingUnderAsync(change.Key, cancellationToken) };
        if (change.After is null || book.Find(change.Key) is not { } rule)
            return change;
        return change with
        {
            LeftOut = await stores.NotServedAsync(book, [rule]),
            ServesNobody = rule.Store is { } store ? book.ConnectionOf(store) is null : book.NotServedBy(rule).Count == book.Stores.Count(),
        };
    }
}
