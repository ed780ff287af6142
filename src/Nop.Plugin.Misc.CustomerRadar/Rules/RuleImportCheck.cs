using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What this shop has against a rule that is right in itself: tokens and stores that it does not have.</summary>
public sealed class RuleImportCheck(TokenCatalogue tokens, StoreNames stores)
{
    /// <summary>A check of rules, by what the shop has now.</summary>
    /// <param name="saved">The rules that are saved: one that is imported as it is stands, even when its store or a token has gone since.</param>
    public async Task<Func<SendRule, IEnumerable<RuleFault>>> ForAsync(IReadOnlyList<SendRule> saved)
    {
        var names = await stores.AllAsync();
        var known = tokens.Names.ToHashSet(StringComparer.Ordinal);
        return rule => saved.Any(before => before.Key == rule.Key && RuleDifference.Of(before, rule).Count == 0)
            ? []
            : [.. Store(rule, names), .. SendRuleCheck.FieldsOf(rule, known, tokens.Families)];
    }

    private static IEnumerable<RuleFault> Store(SendRule rule, IReadOnlyDictionary<StoreKey, string> names)
    {
        if (rule.Store is { } store && !names.ContainsKey(store))
            yield return new RuleFault("store", $"\"{store}\" is no store of this shop. Its stores are {string.Join(", ", names.Select(known => $"\"{known.Key}\" ({known.Value})"))}.");
        // The page above goes by the key; a rule of another store under it would be shown and switched there as one that it is not.
        else if (PageRule.KeyOf(PageRule.AllStores) == rule.Key && rule.Store is not null)
            yield return new RuleFault("store", $"must be left out: \"{rule.Key}\" is the rule for all stores of the Configure page. Use another key.");
        else if (names.Keys.FirstOrDefault(known => PageRule.KeyOf(known) == rule.Key) is var own && own != default && rule.Store != own)
            yield return new RuleFault("store", $"must be \"{own}\": \"{rule.Key}\" is that store's rule of the Configure page. Use another key.");
    }
}
