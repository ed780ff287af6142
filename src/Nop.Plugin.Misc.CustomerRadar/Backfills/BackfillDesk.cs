using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using CoreBackfills = CustomerRadar.Core.Periodic.Backfills;

namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>Backfills in the merchant's terms: names of rules and stores, days, order numbers.</summary>
public sealed class BackfillDesk(CoreBackfills backfills, IRuleBooks books, StoreNames stores, StoreTables tables, IJobServer jobs)
{
    private const string By = "an administrator";
    private const int MostShown = 20;

    /// <summary>Every rule that invites, with each store that it serves.</summary>
    public async Task<IReadOnlyList<BackfillChoice>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var (book, names) = (await books.ReadAsync(cancellationToken), await stores.AllAsync());
        return
        [
            .. from rule in book.Rules
               orderby rule.Name
               from store in book.Stores
               where book.Matching(store, rule.Trigger).Contains(rule)
               select new BackfillChoice(BackfillForm.ValueOf(store, rule.Key), rule.Name, names.GetValueOrDefault(store, store.ToString())),
        ];
    }

    /// <summary>Counts, and starts nothing.</summary>
    public async Task<BackfillAnswer> CountAsync(BackfillModel model, CancellationToken cancellationToken)
    {
        var book = await books.ReadAsync(cancellationToken);
        var (request, faults) = BackfillForm.Read(model, book.ConnectionOf);
        if (request is null)
            return new BackfillAnswer(faults, 0, [], model.Fields);
        var estimate = await backfills.EstimateAsync(request, cancellationToken);
        var sample = await SampleAsync(estimate.Sample, book.ConnectionOf(request.Store)!);
        return new BackfillAnswer(Faults(estimate.Problems), estimate.Count, sample, model.Fields);
    }

    /// <summary>Starts what was counted; when the fields are others by now, they are counted anew.</summary>
    public async Task<BackfillAnswer> StartAsync(BackfillModel model, CancellationToken cancellationToken)
    {
        if (model.Counted != model.Fields)
            return await CountAsync(model, cancellationToken) with { IsOutdated = true };
        var book = await books.ReadAsync(cancellationToken);
        var (request, faults) = BackfillForm.Read(model, book.ConnectionOf);
        if (request is null)
            return new BackfillAnswer(faults, 0, [], model.Fields);
        var start = await backfills.StartAsync(request, By, cancellationToken);
        await SoonAsync(start.Id is not null, cancellationToken);
        return new BackfillAnswer(Faults(start.Problems), 0, [], model.Fields) { IsStarted = start.Id is not null };
    }

    /// <summary>Stops a backfill where it stands.</summary>
    public Task StopAsync(long id, CancellationToken cancellationToken) => backfills.StopAsync(id, By, cancellationToken);

    /// <summary>Lets a stopped or failed backfill go on.</summary>
    public async Task GoOnAsync(long id, CancellationToken cancellationToken) =>
        await SoonAsync(await backfills.ResumeAsync(id, cancellationToken), cancellationToken);

    /// <summary>The newest backfills.</summary>
    public async Task<IReadOnlyList<BackfillRow>> ListAsync(CancellationToken cancellationToken)
    {
        var (book, names) = (await books.ReadAsync(cancellationToken), await stores.AllAsync());
        return [.. (await backfills.ListAsync(MostShown, cancellationToken)).Select(backfill => Row(backfill, book, names))];
    }

    private static BackfillRow Row(Backfill backfill, RuleBook book, IReadOnlyDictionary<StoreKey, string> names)
    {
        var plan = backfill.Plan;
        var zone = book.ConnectionOf(plan.Store)?.TimeZone ?? TimeZoneInfo.Utc;
        return new BackfillRow(
            backfill,
            book.Find(plan.Rule)?.Name ?? plan.Rule.ToString(),
            names.GetValueOrDefault(plan.Store, plan.Store.ToString()),
            DayOf(plan.From, zone),
            // The end is not part of the range.
            DayOf(plan.Until.AddTicks(-1), zone));
    }

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static IReadOnlyList<BackfillFault> Faults(IReadOnlyList<BackfillProblem> problems) => [.. problems.Select(problem => new BackfillFault(problem.Member, problem.What))];

    // It would begin within the minute in any case.
    private Task SoonAsync(bool begins, CancellationToken cancellationToken) => begins ? jobs.RunSoonAsync(WorkNames.Backfill, cancellationToken) : Task.CompletedTask;

    private async Task<IReadOnlyList<BackfillSampleRow>> SampleAsync(IReadOnlyList<BackfillSample> sample, Connection connection)
    {
        List<int> ids = [.. sample.Select(found => OrderSubject.Read(found.Interaction.Subject)?.OrderId).OfType<int>().Distinct()];
        var orders = ids.Count == 0 ? [] : await tables.ListAsync<Order>(rows => rows.Where(order => ids.Contains(order.Id)));
        var numbers = orders.ToDictionary(order => order.Id, order => order.CustomOrderNumber);
        return
        [
            .. sample.Select(found => new BackfillSampleRow(
                OrderSubject.Read(found.Interaction.Subject) is { OrderId: var id } && numbers.GetValueOrDefault(id) is { Length: > 0 } number ? number : found.Interaction.Subject.ToString(),
                TimeZoneInfo.ConvertTime(found.Interaction.OccurredAt, connection.TimeZone),
                found.IsInvited)),
        ];
    }
}
