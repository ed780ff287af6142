using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>The one rule that the configuration page has fields for: paid orders, for all stores or for the store that is chosen.</summary>
public sealed class PageRule(ISendRuleStore rules, IInvitationQueries invitations, TokenCatalogue tokens, TimeProvider time)
{
    /// <summary>The scope of all stores.</summary>
    public const int AllStores = 0;

    /// <summary>The key of the rule of a scope.</summary>
    public static RuleKey KeyOf(int scope) =>
        scope == AllStores ? RuleKey.Parse("order-paid") : KeyOf(OrderSubject.Store(scope));

    /// <summary>The key of the rule of a store.</summary>
    public static RuleKey KeyOf(StoreKey store) => RuleKey.Parse($"order-paid-store-{store}");

    /// <summary>Shows what is saved: in a store's scope its own rule, else the one for all stores.</summary>
    public async Task ShowAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var (own, shown, _) = await FindAsync(model.ActiveStoreScopeConfiguration, cancellationToken);
        model.RuleIsOwn = own is not null && model.ActiveStoreScopeConfiguration != AllStores;
        ConfigurationForm.Show(shown, model);
        await CompleteAsync(model, cancellationToken);
    }

    /// <summary>Adds what a browser does not send: what waits, whether the form may change the rule, and the rule for all stores.</summary>
    public async Task CompleteAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var (own, shown, isUnreadable) = await FindAsync(model.ActiveStoreScopeConfiguration, cancellationToken);
        if (UsesShared(model))
            ConfigurationForm.Show(shown, model);
        model.RuleIsUnreadable = isUnreadable;
        model.RuleIsByJson = own is not null && !ConfigurationForm.CanShow(own);
        model.WaitingCount = own is null ? 0 : await invitations.WaitingUnderAsync(own.Key, cancellationToken);
    }

    /// <summary>What saving the page is to write; or a fault for each field.</summary>
    public async Task<(RuleWrites Writes, IReadOnlyList<(string Field, string Fault)> Faults)> ReadAsync(ConfigurationModel model, CancellationToken cancellationToken)
    {
        var scope = model.ActiveStoreScopeConfiguration;
        var (own, _, isUnreadable) = await FindAsync(scope, cancellationToken);
        // Nobody knows what it says, so nothing may take its place unasked.
        if (isUnreadable)
            return (RuleWrites.None, []);
        if (UsesShared(model))
            return (own is null ? RuleWrites.None : RuleWrites.None with { Deleted = [own.Key] }, []);

        var reading = own is not null && !ConfigurationForm.CanShow(own)
            ? new RuleReading(own with { Enabled = model.RuleEnabled }, [])
            : ConfigurationForm.Read(model, own ?? New(scope), own is not null, tokens.Contains);
        if (reading.Rule is not { } rule)
            return (RuleWrites.None, reading.Faults);

        var isMoved = own?.IsDueAs(rule) == false;
        if (isMoved && model.Waiting is not (ConfigurationModel.Move or ConfigurationModel.Keep) && await invitations.WaitingUnderAsync(rule.Key, cancellationToken) > 0)
            return (RuleWrites.None, [(nameof(model.Waiting), "The delay is another one now: say what becomes of the invitations that wait.")]);
        IReadOnlyList<RuleKey> replanned = isMoved && model.Waiting == ConfigurationModel.Move ? [rule.Key] : [];
        return (new RuleWrites([rule.Replacing(own, time.GetUtcNow())], [], replanned), []);
    }

    // A store that has no rule of its own: nothing that is typed counts.
    private static bool UsesShared(ConfigurationModel model) => model.ActiveStoreScopeConfiguration != AllStores && !model.RuleIsOwn;

    private static SendRule New(int scope) => new()
    {
        Key = KeyOf(scope),
        Name = scope == AllStores ? "Order paid" : string.Create(CultureInfo.InvariantCulture, $"Order paid, store {scope}"),
        Store = scope == AllStores ? null : OrderSubject.Store(scope),
        Trigger = Trigger.OrderPaid,
        Programme = default,
    };

    private async Task<(SendRule? Own, SendRule? Shown, bool IsUnreadable)> FindAsync(int scope, CancellationToken cancellationToken)
    {
        var stored = await rules.ReadAsync(cancellationToken);
        var own = stored.Rules.FirstOrDefault(rule => rule.Key == KeyOf(scope));
        var shown = own ?? stored.Rules.FirstOrDefault(rule => rule.Key == KeyOf(AllStores));
        return (own, shown, stored.Unreadable.Any(rule => rule.Key == KeyOf(scope)));
    }
}
