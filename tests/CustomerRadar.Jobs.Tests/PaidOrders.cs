using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;

namespace CustomerRadar.Jobs.Tests;

/// <summary>A platform with so many paid orders in any range, one a second; it can fall over at a page.</summary>
internal sealed class PaidOrders(int count, int fallsOverAt) : IInteractionSource
{
    private int _pages;

    public Task<InteractionPage> ReadAsync(InteractionQuery query, CancellationToken cancellationToken)
    {
        if (++_pages == fallsOverAt)
            throw new TimeoutException("The node is killed here.");
        var done = query.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var page = Enumerable.Range(done + 1, Math.Min(query.Size, count - done))
            .Select(number => new Interaction(
                query.Store, query.Trigger, SubjectKey.Parse($"order:{number}"), query.From.AddSeconds(number), query.Origin))
            .ToList();
        return Task.FromResult(new InteractionPage(page, done + page.Count < count ? $"{done + page.Count}" : null));
    }

    public Task<int> CountAsync(InteractionQuery query, CancellationToken cancellationToken) => Task.FromResult(count);
}
