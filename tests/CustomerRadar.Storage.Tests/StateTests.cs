using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class StateTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly SubjectRecord Booking = new()
    {
        Store = Some.Store,
        Subject = SubjectKey.Parse("booking:AB12"),
        Status = SubjectStatus.Active,
        OccurredAt = Some.LongAgo,
        SourceVersion = Some.LongAgo,
        Contact = new Contact { Emails = ["a@example.com"], Phones = [new PhoneNumber("021 1", "NZ")], FirstName = "Dave" },
        Fields = new Dictionary<string, IReadOnlyList<string>> { ["Booking.Rooms"] = ["1", "2"] },
    };

    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task PutAsync_ThenFind_GivesTheSameSubject()
    {
        var subjects = new Subjects(_tables.Database);
        Assert.That(await subjects.PutAsync(Booking, default), Is.True);

        var found = await subjects.FindAsync(Booking.Store, Booking.Subject, default);
        Assert.Multiple(() =>
        {
            Assert.That((found!.Status, found.OccurredAt, found.SourceVersion), Is.EqualTo((Booking.Status, Booking.OccurredAt, Booking.SourceVersion)));
            Assert.That((found!.Contact.Emails[0], found.Contact.Phones[0], found.Contact.FirstName), Is.EqualTo(("a@example.com", new PhoneNumber("021 1", "NZ"), "Dave")));
            Assert.That(found!.Fields["Booking.Rooms"], Is.EqualTo(new[] { "1", "2" }));
        });
    }

    [Test]
    public async Task PutAsync_OlderOrSameVersion_ChangesNothing()
    {
        var subjects = new Subjects(_tables.Database);
        await subjects.PutAsync(Booking, default);

        Assert.That(await subjects.PutAsync(Booking with { OccurredAt = Some.LongAgo.AddDays(1) }, default), Is.False);
        Assert.That(await subjects.PutAsync(Booking with { Status = SubjectStatus.Cancelled, SourceVersion = Some.LongAgo.AddSeconds(-1) }, default), Is.False);
        var found = await subjects.FindAsync(Booking.Store, Booking.Subject, default);
        Assert.That((found!.Status, found.OccurredAt), Is.EqualTo((SubjectStatus.Active, Booking.OccurredAt)));
    }

    [Test]
    public async Task PutAsync_CancellationOfTheSameVersion_StandsWhateverComesAgain()
    {
        var subjects = new Subjects(_tables.Database);
        var cancelled = new SubjectRecord { Store = Booking.Store, Subject = Booking.Subject, Status = SubjectStatus.Cancelled, StatusReason = "Gone.", SourceVersion = Booking.SourceVersion };
        await subjects.PutAsync(Booking, default);

        Assert.That(await subjects.PutAsync(cancelled, default), Is.True);
        Assert.That(await subjects.PutAsync(cancelled with { StatusReason = "Once more." }, default), Is.False);
        Assert.That(await subjects.PutAsync(Booking, default), Is.False, "its creation, delivered again");
        var found = await subjects.FindAsync(Booking.Store, Booking.Subject, default);
        Assert.That((found!.Status, found.StatusReason, found.Contact.FirstName), Is.EqualTo((SubjectStatus.Cancelled, "Gone.", "Dave")));

        Assert.That(await subjects.PutAsync(Booking with { SourceVersion = Some.LongAgo.AddSeconds(1) }, default), Is.True, "a later one revives it");
    }

    [Test]
    public async Task PutAsync_CancellationBeforeItsCreation_Stands()
    {
        var subjects = new Subjects(_tables.Database);
        var cancelled = new SubjectRecord { Store = Booking.Store, Subject = Booking.Subject, Status = SubjectStatus.Cancelled, StatusReason = "Gone.", SourceVersion = Some.LongAgo.AddMinutes(1) };
        Assert.That(await subjects.PutAsync(cancelled, default), Is.True);

        Assert.That(await subjects.PutAsync(Booking, default), Is.False);
        Assert.That((await subjects.FindAsync(Booking.Store, Booking.Subject, default))!.StatusReason, Is.EqualTo("Gone."));
    }

    [Test]
    public async Task PutAsync_CancellationWithoutContact_KeepsTheOneBefore()
    {
        var subjects = new Subjects(_tables.Database);
        await subjects.PutAsync(Booking, default);
        await subjects.PutAsync(Booking with { Status = SubjectStatus.Cancelled, SourceVersion = Some.LongAgo.AddMinutes(1), OccurredAt = null, Contact = new Contact(), Fields = new Dictionary<string, IReadOnlyList<string>>() }, default);

        var found = await subjects.FindAsync(Booking.Store, Booking.Subject, default);
        Assert.That((found!.Status, found.OccurredAt, found.Contact.FirstName), Is.EqualTo((SubjectStatus.Cancelled, Booking.OccurredAt, "Dave")));
    }

    [Test]
    public async Task TryTakeAsync_OneHolderAtATime_UntilItEndsOrIsGivenBack()
    {
        var leases = new NamedLeases(_tables.Database);
        var length = TimeSpan.FromMinutes(1);
        Assert.That(await leases.TryTakeAsync("reconcile", "a", length, default), Is.True);
        Assert.That(await leases.TryTakeAsync("reconcile", "b", length, default), Is.False);
        Assert.That(await leases.TryTakeAsync("reconcile", "a", length, default), Is.True, "the holder prolongs it");

        await _tables.MoveTimeAsync(TimeSpan.FromMinutes(2));
        Assert.That(await leases.TryTakeAsync("reconcile", "b", length, default), Is.True);
        await leases.ReleaseAsync("reconcile", "a", default);
        Assert.That(await leases.TryTakeAsync("reconcile", "a", length, default), Is.False, "only its holder gives it back");
        await leases.ReleaseAsync("reconcile", "b", default);
        Assert.That(await leases.TryTakeAsync("reconcile", "a", length, default), Is.True);
    }

    [Test]
    public async Task CountAsync_LeasesThatRun_OfThatBeginningOnly()
    {
        var leases = new NamedLeases(_tables.Database);
        foreach (var name in new[] { "node:a", "node:b", "Node:c", "node%", "other" })
            await leases.TryTakeAsync(name, "x", TimeSpan.FromMinutes(name == "node:b" ? 1 : 10), default);

        Assert.That(await leases.CountAsync("node:", default), Is.EqualTo(2));
        Assert.That(await leases.CountAsync("node%", default), Is.EqualTo(1));
        await _tables.MoveTimeAsync(TimeSpan.FromMinutes(5));
        Assert.That(await leases.CountAsync("node:", default), Is.EqualTo(1));
    }

    [Test]
    public async Task SaveAsync_Rule_ComesBackEqual()
    {
        var store = new SendRuleStore(_tables.Database);
        var rule = new SendRule
        {
            Key = Some.Rule,
            Name = "After payment",
            Store = Some.Store,
            Trigger = Trigger.OrderPaid,
            ActiveFrom = Some.LongAgo,
            Delay = new SendDelay(2, new TimeSpan(3, 30, 0)),
            Contact = ContactNeed.EmailAndMobile,
            ForeignNumbers = true,
            Programme = ProgrammeDisplayId.Parse("programme"),
            DefaultLocation = new LocationTarget(LocationDisplayId.Parse("location"), PomDisplayId.Parse("pom")),
            Locations = [new LocationRow("Order.BillingCountry", "New Zealand", new LocationTarget(LocationDisplayId.Parse("nz")))],
            Metadata = [new MetadataRow("invoice_no", MetadataTemplate.Parse("%Order.OrderNumber%"))],
        };
        await store.SaveAsync(rule with { Name = "Before" }, default);
        await store.SaveAsync(rule, default);

        // As documents: records compare their lists by reference.
        var found = (await store.ReadAsync(default)).Rules.Single();
        Assert.That(SendRuleDocument.Write(found).ToString(), Is.EqualTo(SendRuleDocument.Write(rule).ToString()));

        await store.DeleteAsync(rule.Key, default);
        Assert.That((await store.ReadAsync(default)).Rules, Is.Empty);
    }

    [TestCase("{", "This is not JSON")]
    [TestCase("""{"key":"broken"}""", "name: is missing.")]
    [TestCase("""{"key":"other","name":"x","trigger":"OrderPaid","programmeDisplayId":"p","defaultLocation":{"locationDisplayId":"l"}}""", "key: is not \"broken\"")]
    public async Task ReadAsync_OneRuleCannotBeRead_GivesTheOthersAndSaysWhatIsWrong(string definition, string fault)
    {
        var store = new SendRuleStore(_tables.Database);
        var good = new SendRule
        {
            Key = Some.Rule, Name = "Good", Trigger = Trigger.OrderPaid, Programme = ProgrammeDisplayId.Parse("p"), DefaultLocation = new LocationTarget(LocationDisplayId.Parse("l")),
        };
        await store.SaveAsync(good, default);
        await store.SaveAsync(good with { Key = RuleKey.Parse("broken"), Name = "Broken" }, default);
        await _tables.Database.ExecuteAsync(_ => "UPDATE CustomerRadar_SendRule SET Definition = @definition WHERE RuleKey = 'broken'", new { definition }, default);

        var found = await store.ReadAsync(default);

        Assert.That(found.Rules.Select(rule => rule.Name), Is.EqualTo(new[] { "Good" }));
        Assert.That(found.Unreadable.Select(rule => (rule.Key.ToString(), rule.Name, rule.Definition)), Is.EqualTo(new[] { ("broken", "Broken", definition) }));
        Assert.That(found.Unreadable.Single().Faults, Has.Some.StartsWith(fault));
    }
}
