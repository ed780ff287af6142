namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>An import that was looked at, refused or done.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Preview">What it does, or did.</param>
public sealed record RuleImportResult(RuleImportOutcome Outcome, RuleImportPreview Preview)
{
    /// <summary>The names of the stores that the written rules for all stores leave out.</summary>
    public IReadOnlyList<string> NotServed { get; init; } = [];
}
