using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic.Internal;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic;

/// <summary>Backfills for pages and APIs: how much there is, start, stop, go on. The work itself is done by the periodic work <c>backfill</c>.</summary>
public sealed class Backfills
{
    /// <summary>How many interactions an estimate shows at the most.</summary>
    public const int SampleSize = 20;

    private readonly IBackfills _backfills;
    private readonly IInvitationRecords _records;
    private readonly IRuleBooks _books;
    private readonly TimeProvider _time;
    private readonly IInteractionSource? _source;

    internal Backfills(IBackfills backfills, IInvitationRecords records, IRuleBooks books, TimeProvider time, IInteractionSource? source)
    {
        _backfills = backfills;
        _records = records;
        _books = books;
        _time = time;
        _source = source;
    }

    /// <summary>Counts what the range holds and shows the newest of it. Starts nothing.</summary>
    public async Task<BackfillEstimate> EstimateAsync(BackfillRequest request, CancellationToken cancellationToken)
    {
        var (rule, problems) = await CheckAsync(request, cancellationToken);
        if (problems.Count > 0)
            return new BackfillEstimate(0, [], problems);

        var query = Query(request, rule) with { Size = SampleSize };
        var count = await _source!.CountAsync(query, cancellationToken);
        var sample = await SampleAsync(query, cancellationToken);
        var invited = await KnownSubjects.AmongAsync(sample, subjects => _records.InvitedAsync(rule.Connection!.Key, subjects, cancellationToken));
        return new BackfillEstimate(count, [.. sample.Select(interaction => new BackfillSample(interaction, invited.Contains(interaction.Subject)))], []);
    }

    /// <summary>Starts a backfill; it goes on by itself, the newest first.</summary>
    /// <param name="request">What for.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public async Task<BackfillStart> StartAsync(BackfillRequest request, string by, CancellationToken cancellationToken)
    {
        var (rule, problems) = await CheckAsync(request, cancellationToken);
        if (problems.Count > 0)
            return new BackfillStart(null, problems);

        var query = Query(request, rule);
        var expected = await _source!.CountAsync(query, cancellationToken);
        var plan = new BackfillPlan(request.Store, request.Rule, query.From, query.Until, request.PerHour, expected, by);
        return new BackfillStart(await _backfills.AddAsync(plan, cancellationToken), []);
    }

    /// <summary>Stops a running backfill where it stands; rows that it has planned stay. False when it is not running.</summary>
    public Task<bool> StopAsync(long id, string by, CancellationToken cancellationToken) =>
        _backfills.SetStateAsync(id, BackfillState.Stopped, $"Stopped by {by}.", cancellationToken);

    /// <summary>Lets a stopped or failed backfill go on where it stands. False when it is neither.</summary>
    public Task<bool> ResumeAsync(long id, CancellationToken cancellationToken) =>
        _backfills.SetStateAsync(id, BackfillState.Running, reason: null, cancellationToken);

    /// <summary>The newest first.</summary>
    /// <param name="atMost">How many, 1 to 500.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<IReadOnlyList<Backfill>> ListAsync(int atMost, CancellationToken cancellationToken) => _backfills.ListAsync(atMost, cancellationToken);

    private async Task<IReadOnlyList<Interaction>> SampleAsync(InteractionQuery query, CancellationToken cancellationToken)
    {
        // A page may be empty although there are more; a platform that only has such is not asked for ever.
        const int MostPages = 10;
        var sample = new List<Interaction>(SampleSize);
        for (var pages = 0; pages < MostPages && sample.Count < SampleSize; pages++)
        {
            var page = await _source!.ReadAsync(query, cancellationToken);
            sample.AddRange(page.Interactions);
            if (page.Next is not { } next)
                break;
            query = query with { Cursor = next };
        }

        return [.. sample.Take(SampleSize)];
    }

    private async Task<(BackfillRule Rule, IReadOnlyList<BackfillProblem> Problems)> CheckAsync(BackfillRequest request, CancellationToken cancellationToken)
    {
        var rule = BackfillRule.In(await _books.ReadAsync(cancellationToken), request.Store, request.Rule);
        var problems = new List<BackfillProblem>();
        if (_source is null)
            problems.Add(new(nameof(request.Rule), "This platform cannot be asked for what happened in the past; import the bookings instead."));
        if (rule.Problem is { } problem)
            problems.Add(new(nameof(request.Rule), problem));
        if (request.From >= Until(request))
            problems.Add(new(nameof(request.From), "The range is empty: its beginning must lie before its end, and before now."));
        if (request.PerHour is < 1 or > BackfillRequest.MostPerHour)
        {
            problems.Add(new(
                nameof(request.PerHour), string.Create(CultureInfo.InvariantCulture, $"At most {request.PerHour} an hour: it is 1 to {BackfillRequest.MostPerHour} invitations an hour.")));
        }

        return (rule, problems);
    }

    private InteractionQuery Query(BackfillRequest request, BackfillRule rule) =>
        new(request.Store, rule.Rule!.Trigger, request.From, Until(request), InteractionOrigin.Backfill) { NewestFirst = true };

    private DateTimeOffset Until(BackfillRequest request) => _time.GetUtcNow() is var now && request.Until > now ? now : request.Until;
}
