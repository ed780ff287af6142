using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Reservations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class SuppressionsTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly ContactHash Email = new($"email:{new string('a', 64)}");
    private static readonly ContactHash Phone = new($"phone:{new string('b', 64)}");
    private static readonly ContactHash Stranger = new($"email:{new string('c', 64)}");

    private Tables _tables = null!;

    private Suppressions Suppressions => _tables.Suppressions;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task OptOutAsync_ThenTakeBack_CountsWhatChanged()
    {
        Assert.That(await Suppressions.FindAsync([Email], default), Is.Null);
        Assert.That(await Suppressions.FindAsync([], default), Is.Null);
        Assert.That(await Suppressions.OptOutAsync([Email, Phone, Email], "import", default), Is.EqualTo(2));
        Assert.That(await Suppressions.OptOutAsync([Email, Stranger], "import", default), Is.EqualTo(1));

        var found = await Suppressions.FindAsync([Stranger, Phone], default);
        Assert.That(found!.Kind, Is.EqualTo(SuppressionKind.OptOut));
        Assert.That(found.Since, Is.EqualTo(await _tables.NowAsync()).Within(TimeSpan.FromMinutes(1)));
        Assert.That(await Suppressions.TakeBackAsync([Email, Phone], default), Is.EqualTo(2));
        Assert.That(await Suppressions.TakeBackAsync([Email, Phone], default), Is.Zero);
        Assert.That(await Suppressions.FindAsync([Email, Phone], default), Is.Null);
    }

    [Test]
    public async Task OptOutAsync_LargeImportsSideBySide_CountEachOnce()
    {
        var hashes = Enumerable.Range(0, 700).Select(i => new ContactHash($"email:{i}")).ToList();
        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(
            () => Suppressions.OptOutAsync(i % 2 == 0 ? hashes : [.. hashes.AsEnumerable().Reverse()], "import", default))));
        Assert.That(added.Sum(), Is.EqualTo(700));
    }

    [Test]
    public async Task EraseAsync_OptOut_BecomesAnErasureThatStays()
    {
        await Suppressions.OptOutAsync([Email, Phone], "import", default);
        await EraseAsync(Email);

        Assert.That((await Suppressions.FindAsync([Phone, Email], default))!.Kind, Is.EqualTo(SuppressionKind.Erasure), "an erasure before an opt-out");
        Assert.That(await Suppressions.TakeBackAsync([Email], default), Is.Zero);
        Assert.That(await Suppressions.OptOutAsync([Email], "import", default), Is.Zero);
        Assert.That((await Suppressions.FindAsync([Email], default))!.Kind, Is.EqualTo(SuppressionKind.Erasure));
    }

    [Test]
    public async Task EraseAsync_ByWhatWasReserved_CancelsAndDropsAllButTheKey()
    {
        var accepted = await ReservedAsync(1, Email);
        await _tables.Outbox.CompleteAsync(accepted.Lease, Some.Accepted, default);
        var sending = await ReservedAsync(2, Email);
        var sibling = await _tables.AddAsync(1, rule: "second");
        var stranger = await ReservedAsync(3, Stranger);

        Assert.That(await EraseAsync(Email), Is.EqualTo(new ErasureResult(2, 3, 0)));

        var row = await _tables.RowAsync(accepted);
        Assert.That((row.State, row.Reference, row.Interaction.Subject), Is.EqualTo((Accepted, (string?)null, Some.Subject(1))));
        Assert.That((await _tables.Queries.HistoryAsync(row.Id, default)).Select(line => line.By), Is.EqualTo(new[] { "Event", "privacy officer" }));
        Assert.That(await MarkAsync(sending), Is.EqualTo(RequestStart.CancelRequested));
        Assert.That((await _tables.RowAsync(sibling)).State, Is.EqualTo(Cancelled), "another rule's row for the same order");
        Assert.That(await MarkAsync(stranger), Is.EqualTo(RequestStart.Marked));
        Assert.That(await EraseAsync(Email), Is.EqualTo(new ErasureResult(0, 0, 0)), "done again it changes nothing more");
        Assert.That(await _tables.Commands.ReviveAsync(Some.Store, Some.Subject(1), "Restored.", "shop", default), Is.Empty);
    }

    [Test]
    public async Task EraseAsync_ByCustomer_OfOneStoreOrOfAll()
    {
        var here = await PlannedAsync(1, Some.Store, "17");
        var there = await PlannedAsync(1, StoreKey.Parse("2"), "17");
        var other = await PlannedAsync(2, Some.Store, "18");

        Assert.That(await Suppressions.EraseAsync(new Erasure([], Some.Store, "17", "me"), default), Is.EqualTo(new ErasureResult(1, 1, 0)));
        Assert.That((await _tables.RowAsync(here)).Interaction, Has.Property(nameof(Interaction.Customer)).Null.And.Property(nameof(Interaction.Note)).Null);
        Assert.That((await _tables.RowAsync(there)).State, Is.EqualTo(Pending));
        Assert.That(await Suppressions.EraseAsync(new Erasure([], null, "17", "me"), default), Is.EqualTo(new ErasureResult(1, 1, 0)));
        Assert.That((await _tables.RowAsync(other)).State, Is.EqualTo(Pending));
    }

    [Test]
    public async Task EraseAsync_ByWhatAWebhookSaid_DropsContactAndFields()
    {
        var booking = new SubjectRecord
        {
            Store = Some.Store,
            Subject = Some.Subject(1),
            Status = SubjectStatus.Active,
            SourceVersion = Some.LongAgo,
            Contact = new Contact { Emails = ["a@example.com"] },
            Hashes = [Email, Phone, Email],
        };
        await _tables.Subjects.PutAsync(booking, default);
        await _tables.Subjects.PutAsync(booking with { SourceVersion = Some.LongAgo.AddMinutes(1) }, default);
        await _tables.Subjects.PutAsync(booking with { Subject = Some.Subject(2), Hashes = [Stranger] }, default);
        var waiting = await _tables.AddAsync(1);

        Assert.That(await EraseAsync(Phone), Is.EqualTo(new ErasureResult(1, 1, 1)));
        Assert.That((await _tables.RowAsync(waiting)).State, Is.EqualTo(Cancelled));
        Assert.That((await _tables.Subjects.FindAsync(Some.Store, Some.Subject(1), default))!.Contact.Emails, Is.Empty);
        Assert.That((await _tables.Subjects.FindAsync(Some.Store, Some.Subject(2), default))!.Contact.Emails, Is.Not.Empty);
        Assert.That(await EraseAsync(Phone), Is.EqualTo(new ErasureResult(0, 0, 0)));
    }

    private Task<ErasureResult> EraseAsync(ContactHash contact) => Suppressions.EraseAsync(new Erasure([contact], null, null, "privacy officer"), default);

    private async Task<LeasedInvitation> ReservedAsync(int number, ContactHash contact)
    {
        var leased = await _tables.LeasedAsync(number);
        await _tables.Reservations.TakeAsync(leased.Lease, [new ReservationRequest($"contact:store-1/{contact}", null)], default);
        return leased;
    }

    private async Task<InvitationId> PlannedAsync(int number, StoreKey store, string customer)
    {
        var planned = Some.Planned(number);
        planned = planned with { Interaction = planned.Interaction with { Store = store, Customer = customer, Note = "By an admin." } };
        return (await _tables.Outbox.AddAsync(planned, default)).Id!.Value;
    }

    private Task<RequestStart> MarkAsync(LeasedInvitation leased) =>
        _tables.Outbox.MarkRequestStartedAsync(leased.Lease, TimeSpan.FromSeconds(32), [], default);
}
