using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class SchemaTests<TProduct>
    where TProduct : IProduct, new()
{
    [Test]
    public async Task EnsureAsync_EightNodesAtOnce_AllSucceed()
    {
        await using var tables = await Tables.CreateAsync(new TProduct(), withSchema: false);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tables.Schema.EnsureAsync(default))));
        Assert.That((await tables.Outbox.AddAsync(Some.Planned(1), default)).IsNew, Is.True);
    }

    [Test]
    public async Task EnsureAsync_NodeThatEndedHalfWay_IsFinishedByTheNext()
    {
        await using var tables = await Tables.CreateAsync(new TProduct(), withSchema: false);
        // Every statement of it once, and the lock must be free again each time.
        for (var statement = 1; await EndsAsync(tables.SchemaOfANodeThatEndsBefore(statement)); statement++)
            Assert.That(statement, Is.LessThan(200));

        Assert.That(await tables.Database.FindAsync<int>(_ => "SELECT COUNT(*) FROM CustomerRadar_Schema", null, default), Is.EqualTo(Scripts.All.Count));
        Assert.That((await tables.Outbox.AddAsync(Some.Planned(1), default)).IsNew, Is.True);

        static async Task<bool> EndsAsync(Schema schema)
        {
            try
            {
                await schema.EnsureAsync(default);
                return false;
            }
            catch (OperationCanceledException)
            {
                return true;
            }
        }
    }

    [Test]
    public async Task NewColumnAndNewIndex_Twice_AreMadeOnce()
    {
        await using var tables = await Tables.CreateAsync(new TProduct());
        SchemaStep[] steps =
        [
            new SchemaStep.NewColumn("CustomerRadar_Lease", "Millis", _ => "bigint NULL"),
            new SchemaStep.NewIndex("CustomerRadar_Lease", new TableIndex("IX_CustomerRadar_Lease_Millis", "Millis")),
        ];
        foreach (var step in steps.Concat(steps))
            await tables.Database.InTransactionAsync(async work => { await step.ApplyAsync(work); return true; }, default);

        Assert.That(await tables.Database.FindAsync<int>(_ => "SELECT COUNT(*) FROM CustomerRadar_Lease WHERE Millis IS NULL", null, default), Is.Zero);
        Assert.That(await tables.Database.FindAsync<int>(d => d.HasIndex, new { table = "CustomerRadar_Lease", index = "IX_CustomerRadar_Lease_Millis" }, default), Is.EqualTo(1));
    }

    [Test]
    public async Task EnsureAsync_NothingToDo_OnlyLooks()
    {
        await using var tables = await Tables.CreateAsync(new TProduct());
        // The second statement would be the lock, which some accounts have no right to, and all nodes but one would wait for.
        Assert.That(() => tables.SchemaOfANodeThatEndsBefore(2).EnsureAsync(default), Throws.Nothing);
    }

    [Test]
    public async Task EnsureAsync_WrittenByANewerVersion_SaysSo()
    {
        await using var tables = await Tables.CreateAsync(new TProduct());
        await tables.Database.ExecuteAsync(_ => "INSERT INTO CustomerRadar_Schema (Number, Name, AppliedAt) VALUES (999, 'later', 0)", null, default);
        Assert.That(() => tables.Schema.EnsureAsync(default), Throws.InvalidOperationException.With.Message.Contains("newer version"));
    }

    [Test]
    public async Task DropAsync_LeavesNothingOfOursAndWhatIsNotOurs()
    {
        await using var tables = await Tables.CreateAsync(new TProduct());
        await tables.Outbox.AddAsync(Some.Planned(1), default);
        await tables.Schema.DropAsync(default);
        await tables.Schema.DropAsync(default);

        Assert.That(() => tables.Queries.CountByStateAsync(default), Throws.Exception);
        Assert.That(await tables.Database.FindAsync<int>(_ => "SELECT COUNT(*) FROM TestClock", null, default), Is.EqualTo(1));
        await tables.Schema.EnsureAsync(default);
        Assert.That(await tables.Queries.CountByStateAsync(default), Is.Empty);
    }

    [Test]
    public async Task ListAsync_Filters_CombineAndPage()
    {
        await using var tables = await Tables.CreateAsync(new TProduct());
        for (var i = 0; i < 5; i++)
            await tables.Outbox.AddAsync(Some.Planned(i), default);
        await tables.Outbox.CancelAsync(Some.Store, Some.Subject(3), "Gone.", "test", default);

        var pending = await tables.Queries.ListAsync(new InvitationFilter(InvitationState.Pending), 2, 3, default);
        Assert.That((pending.Items.Count, pending.Total), Is.EqualTo((1, 4)));
        var beyond = await tables.Queries.ListAsync(new InvitationFilter(), 1 + IInvitationQueries.MostCounted, 1, default);
        Assert.That((beyond.Items.Count, beyond.Total), Is.EqualTo((0, 5)));
        var one = await tables.Queries.ListAsync(new InvitationFilter(InvitationState.Cancelled, Some.Subject(3), Some.Store), 1, 10, default);
        Assert.That(one.Items.Single().Reason, Is.EqualTo("Gone."));
        Assert.That((await tables.Queries.ListAsync(new InvitationFilter(Subject: Some.Subject(99)), 1, 10, default)).Total, Is.Zero);
        Assert.That((await tables.Queries.ListAsync(new InvitationFilter(InvitationState.Pending, Rule: Some.Rule), 1, 1, default)).Total, Is.EqualTo(4));
        Assert.That((await tables.Queries.ListAsync(new InvitationFilter(Rule: RuleKey.Parse("another")), 1, 1, default)).Total, Is.Zero);
    }
}
