using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests;

/// <summary>Transactions side by side.</summary>
[EveryServer]
internal sealed class TransactionTests<TProduct>
    where TProduct : IProduct, new()
{
    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task Transaction_SeesWhatOthersHaveCommitted()
    {
        await _tables.Outbox.AddAsync(Some.Planned(1), default);
        var seen = await _tables.Database.InTransactionAsync(
            async work =>
            {
                var first = await work.FindAsync<int>(Count);
                await _tables.Outbox.AddAsync(Some.Planned(2), default);
                return (first, await work.FindAsync<int>(Count));
            },
            default);
        Assert.That(seen, Is.EqualTo((1, 2)));

        static string Count(Dialect d) => "SELECT COUNT(*) FROM CustomerRadar_Invitation";
    }

    [Test]
    public async Task Transaction_ThatFoundNothingToTake_StopsNoCheckout()
    {
        await _tables.Outbox.AddAsync(Some.Planned(1, DateTimeOffset.UtcNow.AddHours(1)), default);
        var added = await _tables.Database.InTransactionAsync(
            async work =>
            {
                Assert.That(await work.QueryAsync<long>(d => d.Take("@count", "Id", "CustomerRadar_Invitation", $"WHERE State = 'Pending' AND DueAt <= {d.Now} ORDER BY DueAt"), new { count = 10 }), Is.Empty);
                // A lock on the gap would hold this up until its patience of two seconds ends.
                return await _tables.Outbox.AddAsync(Some.Planned(2), default);
            },
            default);
        Assert.That(added.IsNew, Is.True);
    }

    [Test]
    public async Task InTransactionAsync_TwoInOppositeOrder_BothSucceed()
    {
        var ids = new[] { (await _tables.Outbox.AddAsync(Some.Planned(1), default)).Id!.Value.Value, (await _tables.Outbox.AddAsync(Some.Planned(2), default)).Id!.Value.Value };
        using var bothHaveOne = new Barrier(2);
        var runs = 0;

        var written = await Task.WhenAll(Task.Run(() => BothAsync(ids[0], ids[1])), Task.Run(() => BothAsync(ids[1], ids[0])));

        Assert.That(written, Is.EqualTo(new[] { 2, 2 }));
        Assert.That(runs, Is.GreaterThan(2), "the database must have ended one of them");
        Assert.That(await _tables.Database.FindAsync<int>(_ => "SELECT SUM(Attempts) FROM CustomerRadar_Invitation", null, default), Is.EqualTo(4), "and nothing of it may stay");

        Task<int> BothAsync(long first, long second)
        {
            var isFirstRun = true;
            return _tables.Database.InTransactionAsync(
                async work =>
                {
                    Interlocked.Increment(ref runs);
                    var count = await work.ExecuteAsync(Count, new { id = first });
                    if (isFirstRun)
                        bothHaveOne.SignalAndWait(TimeSpan.FromSeconds(20));
                    isFirstRun = false;
                    return count + await work.ExecuteAsync(Count, new { id = second });
                },
                default);
        }

        static string Count(Dialect d) => "UPDATE CustomerRadar_Invitation SET Attempts = Attempts + 1 WHERE Id = @id";
    }
}
