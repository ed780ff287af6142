namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What became of an import.</summary>
public enum RuleImportOutcome
{
    /// <summary>Only looked at.</summary>
    Preview,

    /// <summary>The document has faults; nothing was written.</summary>
    Faulty,

    /// <summary>The document or the stored rules are not those that the merchant has seen; nothing was written.</summary>
    Outdated,

    /// <summary>It is not said what becomes of invitations that wait; nothing was written.</summary>
    Unanswered,

    /// <summary>Written.</summary>
    Done,
}
