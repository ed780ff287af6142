using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Configuration;
using Nop.Services.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Notes;

/// <summary>
/// An outcome as a note on its order, which customers do not see. What it depends on is resolved late: most rounds have nothing to tell, and
/// every job of the plugin makes one of these.
/// </summary>
public sealed class OrderNotes(IServiceProvider services, TimeProvider time)
{
    /// <summary>The note; null where the store wants none, for an outcome that is none of its business, and for what is no order or none any more.</summary>
    public async Task<string?> TextAsync(Outcome outcome)
    {
        if (KeyOf(outcome) is not { } key || OrderOf(outcome) is not { } orderId || !await IsWantedAsync(outcome))
            return null;
        if (await services.GetRequiredService<StoreTables>().FindAsync<Order>(orderId) is null)
            return null;
        var text = await services.GetRequiredService<AdminTexts>().TextAsync(key);
        // Not by string.Format: the merchant may have changed the text, and a lone brace must not end all notes.
        return text.Replace("{0}", outcome.Reference ?? $"{outcome.Why} {outcome.Advice}".TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>Puts it on the order.</summary>
    public Task WriteAsync(Outcome outcome, string text) => services.GetRequiredService<IOrderService>().InsertOrderNoteAsync(new OrderNote
    {
        OrderId = OrderOf(outcome)!.Value,
        Note = text,
        DisplayToCustomer = false,
        CreatedOnUtc = time.GetUtcNow().UtcDateTime,
    });

    // Skipped and cancelled ones are what the merchant's own rules and orders say: a note on every order that a filter passes over would be noise.
    private static string? KeyOf(Outcome outcome) => outcome switch
    {
        { State: InvitationState.Accepted, Reference: null } => "Notes.AcceptedWithoutReference",
        { State: InvitationState.Accepted } => "Notes.Accepted",
        { State: InvitationState.Failed } => "Notes.Failed",
        { State: InvitationState.Unconfirmed } => "Notes.Unconfirmed",
        _ => null,
    };

    private static int? OrderOf(Outcome outcome) => OrderSubject.Read(outcome.Subject)?.OrderId;

    private async Task<bool> IsWantedAsync(Outcome outcome) => OrderSubject.StoreId(outcome.Store) is { } store
        && (await services.GetRequiredService<ISettingService>().LoadSettingAsync<CustomerRadarSettings>(store)).OrderNotes;
}
