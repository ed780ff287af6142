using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>What an uninstall leaves when it keeps the list of who was invited.</summary>
public sealed class PluginData(IOutbox outbox, ISendRuleStore rules)
{
    /// <summary>Cancels what still waits, so that a later install does not send it, and deletes the rules. Their keys, and so the invitations', stay known.</summary>
    public async Task KeepOnlyInvitedAsync()
    {
        await outbox.CancelAllAsync("The plugin was uninstalled.", "uninstall", CancellationToken.None);
        var stored = await rules.ReadAsync(CancellationToken.None);
        foreach (var key in stored.Rules.Select(rule => rule.Key).Concat(stored.Unreadable.Select(rule => rule.Key)))
            await rules.DeleteAsync(key, CancellationToken.None);
    }
}
