using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>
/// Asks the platform for interactions that have no row: the event was lost while the database was away, the plugin was not loaded, or an
/// order was changed without an event. Each store and trigger has a mark of its own, so trouble with one does not hold up the others.
/// </summary>
internal sealed partial class ReconcileWork(
    IRuleBooks books,
    IInvitationRecords records,
    ReconcileMarks marks,
    InvitationPlanner planner,
    TimeProvider time,
    ILogger<ReconcileWork> log,
    IInteractionSource? source = null) : IPeriodicWork
{
    /// <summary>Pages a run and trigger; the next run goes on where this one stopped.</summary>
    internal const int PagesARun = 100;

    public string Name => WorkNames.Reconcile;

    public TimeSpan Interval => TimeSpan.FromHours(1);

    public TimeSpan LeaseLength => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (source is null)
            return;

        var book = await books.ReadAsync(cancellationToken);
        foreach (var store in book.Stores)
        {
            foreach (var trigger in Enum.GetValues<Trigger>().Where(trigger => book.Matching(store, trigger).Count > 0))
                await TryWalkAsync(source, book, store, trigger, cancellationToken);
        }
    }

    private async Task TryWalkAsync(IInteractionSource platform, RuleBook book, StoreKey store, Trigger trigger, CancellationToken cancellationToken)
    {
        try
        {
            await WalkAsync(platform, book, store, trigger, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The edge of a store: the others are looked through all the same; this one goes on next time.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogFailed(problem, store, trigger);
        }
    }

    private async Task WalkAsync(IInteractionSource platform, RuleBook book, StoreKey store, Trigger trigger, CancellationToken cancellationToken)
    {
        var rules = book.Matching(store, trigger);
        var mark = await marks.ReadAsync(store, trigger, cancellationToken);
        var now = time.GetUtcNow();
        var query = new InteractionQuery(
            store,
            trigger,
            mark.Walk?.From ?? ReconcileRange.From(mark.Until, rules, now),
            mark.Walk?.Until ?? now,
            InteractionOrigin.Reconcile)
        {
            Cursor = mark.Walk?.Cursor,
        };
        var (seen, planned) = (0, 0);
        for (var pages = 1; query.From < query.Until; pages++)
        {
            var page = await platform.ReadAsync(query, cancellationToken);
            seen += page.Interactions.Count;
            planned += await PlanAsync(store, page.Interactions, rules, book, cancellationToken);
            if (page.Next is not { } next)
                break;

            // Kept at every page: a walk that is cut off goes on with the page it was at.
            await marks.WriteAsync(store, trigger, mark with { Walk = new ReconcileWalk(query.From, query.Until, next) }, cancellationToken);
            query = query with { Cursor = next };
            if (pages == PagesARun)
            {
                LogGoesOn(store, trigger, seen, planned);
                return;
            }
        }

        // What a rule that cannot be read would have planned was not: its interactions are looked at again until it can be.
        var until = book.HasUnreadable ? mark.Until : query.Until;
        await marks.WriteAsync(store, trigger, new ReconcileMark(until, Walk: null), cancellationToken);
        if (planned > 0)
            LogFound(store, trigger, seen, planned);
        else
            LogNothing(store, trigger, seen);
    }

    private async Task<int> PlanAsync(
        StoreKey store, IReadOnlyList<Interaction> interactions, IReadOnlyList<SendRule> rules, RuleBook book, CancellationToken cancellationToken)
    {
        var connection = book.ConnectionOf(store)!;
        var planned = 0;
        foreach (var rule in rules)
        {
            var known = await KnownSubjects.AmongAsync(interactions, subjects => records.PlannedAsync(store, rule.Key, subjects, cancellationToken));
            foreach (var interaction in interactions.Where(interaction => !known.Contains(interaction.Subject)))
            {
                if (await planner.PlanAsync(interaction, rule, connection, earliest: null, cancellationToken) is { IsNew: true })
                    planned++;
            }
        }

        return planned;
    }

    [LoggerMessage(2100, LogLevel.Information, "Reconciliation of store {Store}, {Trigger}: {Seen} interactions looked at, {Planned} invitations that were missing are planned")]
    private partial void LogFound(StoreKey store, Trigger trigger, int seen, int planned);

    [LoggerMessage(2101, LogLevel.Debug, "Reconciliation of store {Store}, {Trigger}: {Seen} interactions looked at, none missing")]
    private partial void LogNothing(StoreKey store, Trigger trigger, int seen);

    [LoggerMessage(2102, LogLevel.Information, "Reconciliation of store {Store}, {Trigger}: {Seen} interactions looked at, {Planned} planned; it goes on next time")]
    private partial void LogGoesOn(StoreKey store, Trigger trigger, int seen, int planned);

    [LoggerMessage(2103, LogLevel.Error, "Reconciliation of store {Store}, {Trigger} failed; it goes on where it stopped next time")]
    private partial void LogFailed(Exception problem, StoreKey store, Trigger trigger);
}
