namespace CustomerRadar.Core.Rules;

/// <summary>Keeps send rules for hosts whose rules are edited in pages. A port that the storage implements.</summary>
public interface ISendRuleStore
{
    /// <summary>Every rule. One that cannot be read is no obstacle to the others.</summary>
    Task<StoredRules> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes a rule; one with the same key is replaced whole.</summary>
    Task SaveAsync(SendRule rule, CancellationToken cancellationToken);

    /// <summary>Writes and deletes several rules at once, all or none, and only while what is stored is what was seen. Nobody else who does the same comes between.</summary>
    /// <param name="seen">All rules as they were read.</param>
    /// <param name="saved">Rules that are written; one with the same key is replaced whole.</param>
    /// <param name="deleted">Rules that go.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    /// <returns>False when something else is stored by now; nothing was written then.</returns>
    Task<bool> TryReplaceAsync(StoredRules seen, IReadOnlyList<SendRule> saved, IReadOnlyList<RuleKey> deleted, CancellationToken cancellationToken);

    /// <summary>Deletes a rule; nothing happens when there is none of that key. Its invitations stay.</summary>
    Task DeleteAsync(RuleKey key, CancellationToken cancellationToken);
}
