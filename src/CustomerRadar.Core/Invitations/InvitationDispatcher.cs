using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Invitations.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Invitations;

/// <summary>
/// The sweep: resolves leases whose worker never came back, and sends rows whose own job was lost. Several nodes may sweep at once;
/// the leases keep them apart.
/// </summary>
public sealed partial class InvitationDispatcher
{
    private const int ExpiredPage = 500;

    private readonly IOutbox _outbox;
    private readonly IRuleBooks _books;
    private readonly SendingPauses _pauses;
    private readonly CopyGuard _copy;
    private readonly IServiceScopeFactory _scopes;
    private readonly SendingSettings _settings;
    private readonly ILogger<InvitationDispatcher> _log;

    internal InvitationDispatcher(
        IOutbox outbox,
        IRuleBooks books,
        SendingPauses pauses,
        CopyGuard copy,
        IServiceScopeFactory scopes,
        SendingSettings settings,
        ILogger<InvitationDispatcher> log)
    {
        _outbox = outbox;
        _books = books;
        _pauses = pauses;
        _copy = copy;
        _scopes = scopes;
        _settings = settings;
        _log = log;
    }

    /// <summary>Sweeps until nothing is overdue. Elsewhere than at the right place (<see cref="CopyGuard"/>) nothing is sent.</summary>
    /// <param name="cancellationToken">Stops after the rows in hand.</param>
    public async Task<SweepResult> SweepAsync(CancellationToken cancellationToken)
    {
        var expired = await ResolveExpiredAsync(cancellationToken);
        await _pauses.EndOutdatedAsync(await _books.ReadAsync(cancellationToken), cancellationToken);
        var sent = 0;
        var taken = new HashSet<InvitationId>();
        while (!_copy.IsElsewhere)
        {
            // A page is what is sent side by side: a row that waited behind others would let its lease run down.
            var page = await _outbox.LeaseDueAsync(_settings.Parallel, _settings.OverdueBy, _settings.LeaseLength, _settings.Worker, cancellationToken);
            await Task.WhenAll(page.Select(invitation => SendAsync(invitation, cancellationToken)));
            sent += page.Count;
            // A page of rows that this sweep has had already goes round and round.
            var before = taken.Count;
            taken.UnionWith(page.Select(row => row.Lease.Invitation));
            if (page.Count < _settings.Parallel || taken.Count == before)
                break;
        }

        return new SweepResult(expired, sent);
    }

    private async Task<ExpiredLeases> ResolveExpiredAsync(CancellationToken cancellationToken)
    {
        var total = new ExpiredLeases(0, 0);
        while (true)
        {
            var page = await _outbox.ResolveExpiredAsync(ExpiredPage, cancellationToken);
            total = new ExpiredLeases(total.BackToPending + page.BackToPending, total.Unconfirmed + page.Unconfirmed);
            if (page.BackToPending + page.Unconfirmed < ExpiredPage)
                break;
        }

        if (total.Unconfirmed > 0)
            LogUnconfirmed(_log, total.Unconfirmed);
        return total;
    }

    private async Task SendAsync(LeasedInvitation invitation, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InvitationSender>().SendAsync(invitation, cancellationToken);
    }

    [LoggerMessage(2020, LogLevel.Warning, "{Count} invitations were being sent when their worker ended; they are held as Unconfirmed")]
    private static partial void LogUnconfirmed(ILogger log, int count);
}
