using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Periodic;

/// <summary>The rows of the outbox, as periodic work asks for them.</summary>
internal sealed class MemoryRecords : IInvitationRecords
{
    private readonly List<PlannedInvitation> _rows = [];

    public IReadOnlyList<PlannedInvitation> Rows => _rows;

    /// <summary>Rows that did not lead to an invitation: Skipped, Failed, Cancelled.</summary>
    public HashSet<SubjectKey> NotInvited { get; } = [];

    /// <summary>What each further page of retention finds.</summary>
    public Queue<int> Pages { get; } = new();

    /// <summary>The calls of retention and counting, in order.</summary>
    public List<string> Calls { get; } = [];

    public IReadOnlyList<DailyCount> Counts { get; set; } = [];

    public bool Add(PlannedInvitation planned)
    {
        if (_rows.Any(row => row.Interaction.Store == planned.Interaction.Store && row.Rule == planned.Rule && row.Interaction.Subject == planned.Interaction.Subject))
            return false;
        _rows.Add(planned);
        return true;
    }

    public Task<IReadOnlySet<SubjectKey>> PlannedAsync(
        StoreKey store, RuleKey rule, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken) =>
        Among(subjects, row => row.Interaction.Store == store && row.Rule == rule);

    public Task<IReadOnlySet<SubjectKey>> InvitedAsync(
        ConnectionKey connection, IReadOnlyCollection<SubjectKey> subjects, CancellationToken cancellationToken) =>
        Among(subjects, row => row.Connection == connection && !NotInvited.Contains(row.Interaction.Subject));

    public Task<int> ReduceAsync(RetentionCut cut, IReadOnlyCollection<RuleKey> rules, int atMost, CancellationToken cancellationToken) =>
        Page($"reduce {cut.Rows.TotalDays} days, rules {string.Join(',', rules)}");

    public Task<int> ForgetContactsAsync(RetentionCut cut, int atMost, CancellationToken cancellationToken) =>
        Page($"forget {cut.Contacts.TotalDays} days");

    public TroubledRows Troubled { get; set; } = new(0, 0);

    public DateTimeOffset? FailedSince { get; private set; }

    public Task<TroubledRows> CountTroubledAsync(DateTimeOffset failedSince, int atMost, CancellationToken cancellationToken)
    {
        FailedSince = failedSince;
        return Task.FromResult(Troubled);
    }

    public Task RecountAsync(DateOnly from, CancellationToken cancellationToken) => Page($"recount {from:yyyy-MM-dd}");

    public Task<IReadOnlyList<DailyCount>> CountsAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DailyCount>>([.. Counts.Where(count => count.Day >= first && count.Day <= last)]);

    private Task<int> Page(string call)
    {
        Calls.Add(call);
        return Task.FromResult(Pages.TryDequeue(out var count) ? count : 0);
    }

    private Task<IReadOnlySet<SubjectKey>> Among(IReadOnlyCollection<SubjectKey> subjects, Func<PlannedInvitation, bool> which)
    {
        Assert.That(subjects, Has.Count.InRange(1, 500));
        var found = _rows.Where(which).Select(row => row.Interaction.Subject).Where(subjects.Contains).ToHashSet();
        return Task.FromResult<IReadOnlySet<SubjectKey>>(found);
    }
}
