using System.Globalization;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests;

/// <summary>What each member of a dialect promises, on each product.</summary>
[EveryProduct]
internal sealed class DialectTests<TProduct>
    where TProduct : IProduct, new()
{
    private const int AtOnce = 40;

    private Tables _tables = null!;

    private Database Database => _tables.Database;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task Now_IsTheClockOfUtc()
    {
        // Not more than a clock can be off on one machine; a zone would be.
        var now = await Database.FindAsync<long>(d => $"SELECT {d.Now}", null, default);
        Assert.That(Instants.At(now), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task InsertIfAbsent_ManyAtOnce_OneIsTold()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => Database.WriteAsync<int?>(Insert, Row("one", $"{i}"), default))));

        var winner = answers.Index().Single(answer => answer.Item is not null);
        Assert.That(winner.Item, Is.EqualTo(1));
        Assert.That(await HolderAsync("one"), Is.EqualTo($"{winner.Index}"));
    }

    [Test]
    public void InsertIfAbsent_AnotherError_IsNotHidden() =>
        Assert.That(() => Database.WriteAsync<int?>(Insert, Row("one", null), default), Throws.InstanceOf<System.Data.Common.DbException>());

    [Test]
    public async Task InsertIfAbsentThenLock_ManyTransactions_GoOneAfterTheOther()
    {
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => Database.InTransactionAsync(
            async work =>
            {
                await work.FindAsync<int?>(Insert, Row("count", "0"));
                var count = int.Parse((await work.FindAsync<string>(d => d.Lock("Holder", "CustomerRadar_Lease", "WHERE Name = @name"), Row("count", null)))!, CultureInfo.InvariantCulture);
                return await work.ExecuteAsync(_ => "UPDATE CustomerRadar_Lease SET Holder = @holder WHERE Name = @name", Row("count", $"{count + 1}"));
            },
            default))));

        Assert.That(await HolderAsync("count"), Is.EqualTo($"{AtOnce}"));
    }

    [Test]
    public async Task Upsert_ManyAtOnce_TheGreatestStands()
    {
        await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(i => Task.Run(() => Database.WriteAsync<int?>(
            d => d.Upsert(
                "CustomerRadar_Lease", ["Name"], [("Name", "@name"), ("Holder", "@holder"), ("Until", "@until")], when: "CustomerRadar_Lease.Until < @until"),
            new { name = "one", holder = $"{i}", until = (long)i },
            default))));

        Assert.That(await HolderAsync("one"), Is.EqualTo($"{AtOnce}"));
    }

    [Test]
    public async Task OneOf_EmptyList_IsNoRow()
    {
        await Database.WriteAsync<int?>(Insert, Row("one", "a"), default);
        Assert.That(await CountAsync([]), Is.Zero);
        Assert.That(await CountAsync([0, 7]), Is.EqualTo(1));

        Task<int> CountAsync(long[] list) =>
            Database.FindAsync<int>(d => $"SELECT COUNT(*) FROM CustomerRadar_Lease WHERE {d.OneOf("Until", "@list")}", new { list }, default);
    }

    [Test]
    public async Task Text_OfEveryScript_ComesBackAsItWas()
    {
        const string Words = "Te Whanganui-a-Tara, Ōtepoti, 東京, 😀, 'quoted' \\ and %_";
        await Database.WriteAsync<int?>(Insert, Row("one", Words), default);
        Assert.That(await HolderAsync("one"), Is.EqualTo(Words));
    }

    private static string Insert(Dialect d) => d.InsertIfAbsent("CustomerRadar_Lease", ["Name"], ("Name", "@name"), ("Holder", "@holder"), ("Until", "0"));

    private static string Holder(Dialect d) => "SELECT Holder FROM CustomerRadar_Lease WHERE Name = @name";

    private static object Row(string name, string? holder) => new { name, holder };

    private Task<string?> HolderAsync(string name) => Database.FindAsync<string>(Holder, Row(name, null), default);
}
