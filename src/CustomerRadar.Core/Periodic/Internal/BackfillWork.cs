using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>
/// Works through the backfills that are running. A page is planned and then counted: a crash between the two has the page planned again,
/// which writes nothing, and counts its rows as known.
/// </summary>
internal sealed partial class BackfillWork(
    IBackfills backfills,
    IInvitationRecords records,
    IRuleBooks books,
    InvitationPlanner planner,
    TimeProvider time,
    ILogger<BackfillWork> log,
    IInteractionSource? source = null) : IPeriodicWork
{
    /// <summary>Pages a run and backfill, so that a range of known subjects does not hold a worker for long.</summary>
    internal const int PagesARun = 25;

    /// <summary>The cursor after the last page: between counting that page and saying Done, null would mean to begin again. No platform gives it.</summary>
    internal const string End = "(end)";

    public string Name => WorkNames.Backfill;

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public TimeSpan LeaseLength => TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var running = await backfills.RunningAsync(cancellationToken);
        if (running.Count == 0)
            return;

        var book = await books.ReadAsync(cancellationToken);
        foreach (var backfill in running)
        {
            try
            {
                await GoOnAsync(backfill, book, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // The edge of a backfill: the others go on all the same, and this one next time.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogTrouble(problem, backfill.Id);
            }
        }
    }

    private async Task GoOnAsync(Backfill backfill, RuleBook book, CancellationToken cancellationToken)
    {
        var rule = BackfillRule.In(book, backfill.Plan.Store, backfill.Plan.Rule);
        if ((source is null ? "This platform cannot be asked for what happened in the past." : rule.Problem) is { } problem)
        {
            if (await backfills.SetStateAsync(backfill.Id, BackfillState.Failed, problem, cancellationToken))
                LogFailed(backfill.Id, problem);
            return;
        }

        var progress = backfill.Progress;
        for (var pages = 0; pages < PagesARun && progress.Cursor != End; pages++)
        {
            var throttle = new BackfillThrottle(backfill.Plan.PerHour, progress.NextDueAt, time.GetUtcNow());
            if (throttle.Room == 0)
                break;
            var after = await PageAsync(backfill.Plan, rule, progress, throttle, cancellationToken);
            // Not running any more, or another node was faster: nothing is counted twice.
            if (!await backfills.ProgressAsync(backfill.Id, progress, after, cancellationToken))
                return;
            progress = after;
        }

        if (progress.Cursor == End && await backfills.SetStateAsync(backfill.Id, BackfillState.Done, reason: null, cancellationToken))
            LogDone(backfill.Id, progress.Seen, progress.Planned, progress.Invited);
        else if (progress != backfill.Progress)
            LogProgress(backfill.Id, progress.Seen, backfill.Plan.Expected, progress.Planned, progress.Invited);
    }

    private async Task<BackfillProgress> PageAsync(
        BackfillPlan plan, BackfillRule rule, BackfillProgress progress, BackfillThrottle throttle, CancellationToken cancellationToken)
    {
        var (sendRule, connection) = (rule.Rule!, rule.Connection!);
        var page = await source!.ReadAsync(
            new InteractionQuery(plan.Store, sendRule.Trigger, plan.From, plan.Until, InteractionOrigin.Backfill)
            {
                NewestFirst = true,
                Cursor = progress.Cursor,
                Size = throttle.Room,
            },
            cancellationToken);
        var invited = await KnownSubjects.AmongAsync(
            page.Interactions, subjects => records.InvitedAsync(connection.Key, subjects, cancellationToken));
        var (planned, known) = (0, 0);
        foreach (var interaction in page.Interactions)
        {
            if (invited.Contains(interaction.Subject))
            {
                known++;
                continue;
            }

            switch (await planner.PlanAsync(interaction, sendRule, connection, throttle.Earliest, cancellationToken))
            {
                case { IsNew: true, Planned.DueAt: var dueAt }:
                    planned++;
                    throttle = throttle.After(DueTime.Of(interaction.OccurredAt, sendRule.Delay, sendRule.Window, connection.TimeZone), dueAt);
                    break;
                case { IsNew: false }:
                    known++;
                    break;
            }
        }

        return new BackfillProgress(
            page.Next ?? End, progress.Seen + page.Interactions.Count, progress.Planned + planned, progress.Invited + known, throttle.NextDueAt);
    }

    [LoggerMessage(2110, LogLevel.Information, "Backfill {Id}: {Seen} of {Expected} interactions looked at, {Planned} invitations planned, {Invited} known already")]
    private partial void LogProgress(long id, int seen, int expected, int planned, int invited);

    [LoggerMessage(2111, LogLevel.Information, "Backfill {Id} is done: {Seen} interactions looked at, {Planned} invitations planned, {Invited} known already")]
    private partial void LogDone(long id, int seen, int planned, int invited);

    [LoggerMessage(2112, LogLevel.Warning, "Backfill {Id} cannot go on: {Problem}")]
    private partial void LogFailed(long id, string problem);

    [LoggerMessage(2113, LogLevel.Error, "Backfill {Id} met trouble; it goes on where it stands next time")]
    private partial void LogTrouble(Exception problem, long id);
}
