using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>The rule and connection of a backfill, or why they do not serve. Pure.</summary>
internal sealed record BackfillRule(SendRule? Rule, Connection? Connection, string? Problem)
{
    public static BackfillRule In(RuleBook book, StoreKey store, RuleKey key) => (book.Find(key), book.ConnectionOf(store)) switch
    {
        (null, _) => No("The send rule was deleted."),
        ({ Enabled: false } rule, _) => No($"The send rule \"{rule.Name}\" is switched off."),
        (_, null) => No($"The store {store} has no connection to Customer Radar."),
        ({ } rule, { } connection) => book.Matching(store, rule.Trigger).Any(match => match.Key == key)
            ? new BackfillRule(rule, connection, null)
            : No($"The send rule \"{rule.Name}\" does not serve the store {store}."),
    };

    private static BackfillRule No(string problem) => new(null, null, problem);
}
