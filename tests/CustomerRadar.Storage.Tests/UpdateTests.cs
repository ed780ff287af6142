using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests;

/// <summary>Tables of an older version, with rows in them.</summary>
[EveryProduct]
internal sealed class UpdateTests<TProduct>
    where TProduct : IProduct, new()
{
    [Test]
    public async Task EnsureAsync_TablesOfVersionOneWithRows_KeepThemAndWork()
    {
        await using var tables = await VersionOneAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => tables.Schema.EnsureAsync(default))));

        var leased = await tables.LeaseAsync(new InvitationId(1));
        Assert.That((leased!.SendNow, leased.Confirmed, leased.CancelCause, leased.Interaction), Is.EqualTo((false, false, CancelCause.Subject, Some.Planned(1).Interaction)));
        Assert.That(await tables.Outbox.CompleteAsync(leased.Lease, Some.Accepted, default), Is.True);
        Assert.That((await tables.Outbox.AddAsync(Some.Planned(1), default)).IsNew, Is.False);
        var subject = await new Subjects(tables.Database).FindAsync(Some.Store, Some.Subject(1), default);
        Assert.That(subject!.Contact.Emails, Is.EqualTo(new[] { "a@example.com" }));
    }

    [Test]
    public async Task EnsureAsync_CutOffHalfWay_IsDoneTheNextTime()
    {
        await using var tables = await VersionOneAsync();
        // As a crash on MySQL leaves it: some steps stand, the script's number does not.
        await tables.Database.InTransactionAsync(
            async work =>
            {
                foreach (var step in Scripts.All[1].Steps.Take(12))
                    await step.ApplyAsync(work);
                return true;
            },
            default);

        await tables.Schema.EnsureAsync(default);
        Assert.That(await tables.LeaseAsync(new InvitationId(1)), Is.Not.Null);
    }

    private static async Task<Tables> VersionOneAsync()
    {
        var tables = await Tables.CreateAsync(new TProduct(), withSchema: false);
        await tables.Database.InTransactionAsync(
            async work =>
            {
                await work.ExecuteAsync(d => d.CreateTable(Scripts.Applied));
                foreach (var step in Scripts.All[0].Steps)
                    await step.ApplyAsync(work);
                await work.ExecuteAsync(_ => "INSERT INTO CustomerRadar_Schema (Number, Name, AppliedAt) VALUES (1, 'outbox', 0)");
                await work.ExecuteAsync(
                    d => $"""
                    INSERT INTO CustomerRadar_Invitation
                        (StoreKey, RuleKey, Subject, ConnectionKey, TriggerName, Origin, State, OccurredAt, CreatedAt, ChangedAt, FirstDueAt, DueAt, Attempts, Retries)
                    VALUES ('1', 'order-paid', 'order:1', 'store-1', 'OrderPaid', 'Event', 'Pending', @at, @at, @at, @at, @at, 0, 0)
                    """,
                    new { at = Some.LongAgo.ToUnixTimeMilliseconds() });
                await work.ExecuteAsync(
                    _ => """
                    INSERT INTO CustomerRadar_Subject (StoreKey, Subject, Status, SourceVersion, Payload)
                    VALUES ('1', 'order:1', 'Active', 0, '{"emails":["a@example.com"]}')
                    """);
                return true;
            },
            default);
        return tables;
    }
}
