namespace CustomerRadar.Core.Rules;

/// <summary>Keeps send rules for hosts whose rules are edited in pages. A port that the storage implements.</summary>
public interface ISendRuleStore
{
    /// <summary>Every rule. One that cannot be read is no obstacle to the others.</summary>
    Task<StoredRules> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes a rule; one with the same key is replaced whole.</summary>
    Task SaveAsync(SendRule rule, CancellationToken cancellationToken);

    /// <summary>Deletes a rule; nothing happens when there is none of that key. Its invitations stay.</summary>
    Task DeleteAsync(RuleKey key, CancellationToken cancellationToken);
}
