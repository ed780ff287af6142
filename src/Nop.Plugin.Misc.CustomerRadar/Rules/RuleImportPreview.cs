using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What an import would do.</summary>
/// <param name="Faults">Every fault of the document; with any of them there is nothing else.</param>
/// <param name="Changes">What becomes of each rule: those of the document in its order, then the others.</param>
/// <param name="Stamp">Of the document, the stored rules and the choice that this was made from.</param>
public sealed record RuleImportPreview(IReadOnlyList<DocumentFault> Faults, IReadOnlyList<RuleImportChange> Changes, string Stamp)
{
    /// <summary>True when importing changes anything.</summary>
    public bool HasWork => Changes.Any(change => change.Kind is RuleImportKind.New or RuleImportKind.Changed or RuleImportKind.Deleted);

    /// <summary>True when the merchant has to say what becomes of invitations that wait.</summary>
    public bool AsksForWaiting => Changes.Any(change => change is { IsMoved: true, Waiting: > 0 });
}
