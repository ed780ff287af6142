using System.Text.Json;
using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>The plugin's rows. The one place that knows how they are read.</summary>
public sealed class Outbox(IPage page)
{
    /// <summary>The rows of an order, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> OfAsync(OrderNumber order)
    {
        var answer = await page.APIRequest.GetAsync($"Admin/CustomerRadarInvitations/List?subject={Uri.EscapeDataString(order.Subject)}");
        var text = await answer.TextAsync();
        if (!answer.Ok)
            throw new InvalidOperationException($"The plugin's rows answered {answer.Status}: {text}");
        using var list = JsonDocument.Parse(text);
        return
        [
            .. list.RootElement.GetProperty("items").EnumerateArray().Select(row => new Invitation(
                row.GetProperty("id").GetInt64(),
                row.GetProperty("rule").GetString()!,
                row.GetProperty("state").GetString()!,
                row.GetProperty("reason").GetString(),
                row.GetProperty("origin").GetString()!)),
        ];
    }

    /// <summary>Waits until the order has one row and that row is in the state, or has ended in another one, which waiting will not change.</summary>
    public async Task<Invitation> SettledAsync(OrderNumber order, string state, TimeSpan? limit = null)
    {
        var rows = await Wait.UntilAsync(
            async () => new Rows(await OfAsync(order)),
            seen => seen.Items is [var row] && (row.State == state || row.HasEnded),
            $"{order}: its one invitation being {state}",
            limit ?? Wait.Invitation);
        return rows.Items[0];
    }

    /// <summary>Waits until the order has so many rows and all of them have ended.</summary>
    public async Task<IReadOnlyList<Invitation>> AllEndedAsync(OrderNumber order, int count)
    {
        var rows = await Wait.UntilAsync(
            async () => new Rows(await OfAsync(order)),
            seen => seen.Items.Count == count && seen.Items.All(row => row.HasEnded),
            $"{order}: its {count} invitations having ended",
            Wait.Invitation);
        return rows.Items;
    }

    private sealed record Rows(IReadOnlyList<Invitation> Items)
    {
        public override string ToString() => Items.Count == 0 ? "no row" : string.Join("; ", Items);
    }
}
