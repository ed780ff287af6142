using CustomerRadar.Core.Invitations;
using CustomerRadar.Storage.Internal;
using CustomerRadar.Testing;
using MySqlConnector;

namespace CustomerRadar.Storage.Tests;

/// <summary>A host's connection string decides whether MySQL counts the rows that a statement found or those that it changed; we are right with either.</summary>
public sealed class MySqlConnectionTests
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Answers_DoNotDependOnHowRowsAreCounted(bool useAffectedRows)
    {
        await using var server = await MySqlDatabase.CreateAsync();
        await using var source = new MySqlDataSource(new MySqlConnectionStringBuilder(server.ConnectionString) { UseAffectedRows = useAffectedRows }.ConnectionString);
        var database = new Database(source, new MySqlDialect());
        await new Schema(database).EnsureAsync(default);
        var outbox = new Outbox(database, new Leasing(database), new LeaseEnd(database), new Cancellation(database));
        var leases = new NamedLeases(database);
        var minute = TimeSpan.FromMinutes(1);

        var added = new[] { (await outbox.AddAsync(Some.Planned(1), default)).Id, (await outbox.AddAsync(Some.Planned(1), default)).Id, (await outbox.AddAsync(Some.Planned(2), default)).Id };
        Assert.That(added.Select(id => id is not null), Is.EqualTo(new[] { true, false, true }));
        Assert.That((await outbox.LeaseAsync(added[2]!.Value, minute, "node", default))!.Interaction.Subject, Is.EqualTo(Some.Subject(2)), "the id is the row's own");
        Assert.That(await leases.TryTakeAsync("work", "a", minute, default), Is.True);
        Assert.That(await leases.TryTakeAsync("work", "b", minute, default), Is.False);
        var subject = new SubjectRecord { Store = Some.Store, Subject = Some.Subject(1), Status = SubjectStatus.Active, SourceVersion = Some.LongAgo };
        Assert.That(await new Subjects(database).PutAsync(subject, default), Is.True);
        Assert.That(await new Subjects(database).PutAsync(subject, default), Is.False);
        Assert.That(await new Subjects(database).PutAsync(subject with { SourceVersion = Some.LongAgo.AddSeconds(1) }, default), Is.True);
    }
}
