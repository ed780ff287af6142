namespace CustomerRadar.Core.Rules;

/// <summary>Where rules and connections come from. A port that every host implements.</summary>
public interface IRuleBooks
{
    /// <summary>The newest book in memory, refreshed in the background; reading it does no I/O. Null until the first one was read.</summary>
    RuleBook? Current { get; }

    /// <summary>Reads rules and connections as they are now; for jobs.</summary>
    Task<RuleBook> ReadAsync(CancellationToken cancellationToken);
}
