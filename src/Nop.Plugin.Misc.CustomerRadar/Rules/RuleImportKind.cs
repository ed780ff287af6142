namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What an import does to a rule.</summary>
public enum RuleImportKind
{
    /// <summary>There was none of its key.</summary>
    New,

    /// <summary>It stands in the place of one that says something else, or that cannot be read.</summary>
    Changed,

    /// <summary>It is the same as the one that is stored.</summary>
    Unchanged,

    /// <summary>It is not in the document, and stays.</summary>
    Kept,

    /// <summary>It is not in the document, and goes.</summary>
    Deleted,
}
