using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Rules;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class InvitationRecordsTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly ConnectionKey Connection = ConnectionKey.Parse("store-1");
    private static readonly RetentionCut Cut = new(TimeSpan.FromDays(365), TimeSpan.FromDays(30));

    private Tables _tables = null!;

    private InvitationRecords Records => _tables.Records;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task PlannedAsync_SubjectsWithARowUnderTheRule_AreNamed()
    {
        await _tables.AddAsync(1);
        await _tables.AddAsync(2, rule: "other");
        Assert.That(await Records.PlannedAsync(Some.Store, Some.Rule, [Some.Subject(1), Some.Subject(2), Some.Subject(3)], default), Is.EquivalentTo(new[] { Some.Subject(1) }));
        Assert.That(await Records.PlannedAsync(StoreKey.Parse("2"), Some.Rule, [Some.Subject(1)], default), Is.Empty);
        Assert.That(await Records.PlannedAsync(Some.Store, Some.Rule, [], default), Is.Empty);
    }

    [Test]
    public async Task InvitedAsync_ByAnyRuleOfTheConnection_CountsWhatWasSentOrWaits()
    {
        var states = Enum.GetValues<InvitationState>();
        for (var i = 0; i < states.Length; i++)
            await InStateAsync(i, states[i], rule: $"rule-{i}");
        await _tables.AddAsync(50, connection: ConnectionKey.Parse("store-2"));

        var invited = await Records.InvitedAsync(Connection, [.. Enumerable.Range(0, 60).Select(Some.Subject)], default);
        Assert.That(invited, Is.EquivalentTo(new[] { Pending, Sending, Accepted, Unconfirmed }.Select(state => Some.Subject(Array.IndexOf(states, state)))));
    }

    [Test]
    public async Task ReduceAsync_RowsThatEndedBeforeTheCut_KeepKeyAndStateOnly()
    {
        var old = await InStateAsync(1, Accepted);
        var waiting = await _tables.AddAsync(2);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(366));
        var young = await InStateAsync(3, Failed);

        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 100, default), Is.EqualTo(1));
        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 100, default), Is.Zero);
        var row = await _tables.RowAsync(old);
        Assert.That((row.State, row.Reason, row.Reference, row.Interaction.Note), Is.EqualTo((Accepted, (string?)null, (string?)null, (string?)null)));
        Assert.That(await _tables.Queries.HistoryAsync(old, default), Has.Count.EqualTo(1));
        Assert.That((await _tables.Outbox.AddAsync(Some.Planned(1), default)).IsNew, Is.False, "nobody is invited twice");
        Assert.That((await _tables.RowAsync(young)).Reason, Is.Not.Null);
        Assert.That((await _tables.RowAsync(waiting)).State, Is.EqualTo(Pending));
    }

    [Test]
    public async Task ReduceAsync_RowsOfRulesThatAreNoMore_GoWithTheirReservations()
    {
        var gone = await InStateAsync(1, Accepted, rule: "gone");
        var stays = await InStateAsync(2, Accepted);
        await ReserveAsync(gone, "contact:store-1/email:a", "subject:1/order:1");
        await ReserveAsync(stays, "contact:store-1/email:a");
        var waiting = await _tables.AddAsync(3, rule: "gone");
        await _tables.MoveTimeAsync(TimeSpan.FromDays(366));
        await InStateAsync(4, Accepted, rule: "gone");

        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule, RuleKey.Parse("zero-rows")], 100, default), Is.EqualTo(2));
        Assert.That(await _tables.Queries.FindAsync(gone, default), Is.Null);
        Assert.That(await _tables.Queries.FindAsync(waiting, default), Is.Not.Null);
        var left = await _tables.Database.QueryAsync<string>(
            _ => "SELECT ReservationKey FROM CustomerRadar_Reservation ORDER BY ReservationKey, InvitationId", null, default);
        Assert.That(left, Is.EqualTo(new[] { "contact:store-1/email:a", "contact:store-1/email:a" }), "the lock and the other holder");
    }

    [Test]
    public async Task ReduceAsync_MoreThanItMay_StopsThere()
    {
        for (var i = 0; i < 5; i++)
            await InStateAsync(i, Accepted, rule: i < 2 ? "gone" : null);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(366));
        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 1, default), Is.EqualTo(1));
        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 3, default), Is.EqualTo(3));
        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 3, default), Is.EqualTo(1));
    }

    [Test]
    public async Task ForgetContactsAsync_SubjectThatNoRowNeeds_LosesItsContact()
    {
        var states = Enum.GetValues<InvitationState>();
        for (var i = 0; i < states.Length; i++)
        {
            await PutAsync(i);
            await InStateAsync(i, states[i]);
        }

        await PutAsync(20, occurredAt: await _tables.NowAsync() + TimeSpan.FromDays(90));
        await _tables.MoveTimeAsync(TimeSpan.FromHours(7));
        Assert.That(await ForgottenAsync(states.Length), Is.EqualTo(new[] { Accepted, Skipped, Cancelled }.Select(state => Array.IndexOf(states, state)).Order()));

        await _tables.MoveTimeAsync(TimeSpan.FromDays(31));
        Assert.That(await ForgottenAsync(states.Length), Is.EqualTo(new[] { Accepted, Skipped, Cancelled, Failed, Unconfirmed }.Select(state => Array.IndexOf(states, state)).Order()));
        Assert.That((await _tables.Subjects.FindAsync(Some.Store, Some.Subject(20), default))!.Contact.Emails, Is.Not.Empty, "its booking is still to come");
        await _tables.MoveTimeAsync(TimeSpan.FromDays(90));
        Assert.That(await Records.ForgetContactsAsync(Cut, 100, default), Is.EqualTo(1), "it never got a row");
    }

    [Test]
    public async Task ForgetContactsAsync_SubjectThatComesBack_KeepsWhatItsRowNeedsNext()
    {
        await PutAsync(1);
        await InStateAsync(1, Cancelled);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(2));
        // The booking stands again; its row is about to be revived.
        await PutAsync(1);
        Assert.That(await Records.ForgetContactsAsync(Cut, 100, default), Is.Zero);
        await _tables.MoveTimeAsync(TimeSpan.FromHours(7));
        Assert.That(await Records.ForgetContactsAsync(Cut, 100, default), Is.EqualTo(1), "nobody revived it");
    }

    [Test]
    public async Task ReduceAsync_UnconfirmedThatNobodyResolved_KeepsWhatSomebodyNeedsToDecide()
    {
        var row = await InStateAsync(1, Unconfirmed);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(500));
        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 100, default), Is.Zero);
        Assert.That((await _tables.RowAsync(row)).Reason, Is.Not.Null);

        await _tables.Commands.MarkAcceptedAsync(row, "me", default);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(366));
        Assert.That(await Records.ReduceAsync(Cut, [Some.Rule], 100, default), Is.EqualTo(1));
    }

    [Test]
    public async Task ForgetContactsAsync_MoreThanItMay_StopsThere()
    {
        for (var i = 0; i < 3; i++)
        {
            await PutAsync(i);
            await InStateAsync(i, Accepted);
        }

        await _tables.MoveTimeAsync(TimeSpan.FromHours(7));
        Assert.That(await Records.ForgetContactsAsync(Cut, 2, default), Is.EqualTo(2));
        Assert.That(await Records.ForgetContactsAsync(Cut, 2, default), Is.EqualTo(1));
    }

    [Test]
    public async Task CountTroubledAsync_FailedSinceThenAndUnconfirmed_AreCountedUpToTheBound()
    {
        await InStateAsync(1, Failed);
        await InStateAsync(2, Unconfirmed);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(1));
        var since = await _tables.NowAsync();
        await InStateAsync(3, Failed);
        await InStateAsync(4, Failed);
        await InStateAsync(5, Accepted);

        Assert.That(await Records.CountTroubledAsync(since, 1000, default), Is.EqualTo(new TroubledRows(2, 1)));
        Assert.That(await Records.CountTroubledAsync(since, 1, default), Is.EqualTo(new TroubledRows(1, 1)));
    }

    [Test]
    public async Task RecountAsync_RowsOfTwoDays_AreCountedOnTheirDay()
    {
        await _tables.MoveToNoonAsync();
        var today = DateOnly.FromDateTime((await _tables.NowAsync()).UtcDateTime);
        await InStateAsync(1, Accepted);
        await InStateAsync(2, Accepted);
        var failed = await InStateAsync(3, Failed);
        await _tables.AddAsync(4);
        await _tables.MoveTimeAsync(TimeSpan.FromDays(1));
        await InStateAsync(5, Accepted, rule: "second");

        await Records.RecountAsync(today.AddDays(-1), default);
        await Records.RecountAsync(today, default);
        Assert.That(await Records.CountsAsync(today.AddDays(-7), today.AddDays(7), default), Is.EqualTo(new[]
        {
            new DailyCount(today, Connection, Some.Rule, Accepted, 2),
            new DailyCount(today, Connection, Some.Rule, Failed, 1),
            new DailyCount(today.AddDays(1), Connection, RuleKey.Parse("second"), Accepted, 1),
        }));

        await _tables.Commands.RetryAsync(failed, "me", default);
        await Records.RecountAsync(today, default);
        Assert.That((await Records.CountsAsync(today, today, default)).Select(count => count.State), Is.EqualTo(new[] { Accepted }), "it has not ended any more");
        await Records.RecountAsync(today.AddDays(2), default);
        Assert.That(await Records.CountsAsync(today.AddDays(1), today.AddDays(1), default), Has.Count.EqualTo(1));
    }

    private async Task<IEnumerable<int>> ForgottenAsync(int count)
    {
        await Records.ForgetContactsAsync(Cut, 100, default);
        var forgotten = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if ((await _tables.Subjects.FindAsync(Some.Store, Some.Subject(i), default))!.Contact.Emails.Count == 0)
                forgotten.Add(i);
        }

        return forgotten;
    }

    private async Task PutAsync(int number, DateTimeOffset? occurredAt = null) => await _tables.Subjects.PutAsync(
        new SubjectRecord
        {
            Store = Some.Store,
            Subject = Some.Subject(number),
            Status = SubjectStatus.Active,
            OccurredAt = occurredAt,
            SourceVersion = await _tables.NowAsync(),
            Contact = new Contact { Emails = ["a@example.com"] },
        },
        default);

    private Task<ReservationResult> ReserveAsync(InvitationId id, params string[] keys) =>
        _tables.TakeAsync(id, [.. keys.Select(key => new ReservationRequest(key, null))]);

    private async Task<InvitationId> InStateAsync(int number, InvitationState state, string? rule = null)
    {
        var id = await _tables.AddAsync(number, rule: rule);
        if (state == Pending)
            return id;
        var leased = (await _tables.LeaseAsync(id))!;
        if (state != Sending)
            await _tables.Outbox.CompleteAsync(leased.Lease, Some.Accepted with { State = state }, default);
        return id;
    }
}
