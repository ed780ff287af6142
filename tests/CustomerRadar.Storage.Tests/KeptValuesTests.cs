namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class KeptValuesTests<TProduct>
    where TProduct : IProduct, new()
{
    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task ReadAsync_NeverWritten_IsNull() => Assert.That(await _tables.Values.ReadAsync("mark", default), Is.Null);

    [Test]
    public async Task WriteAsync_Twice_TheLastStands()
    {
        await _tables.Values.WriteAsync("mark", "1", default);
        await _tables.Values.WriteAsync("mark", "2", default);
        await _tables.Values.WriteAsync("Mark", "other", default);
        Assert.That(await _tables.Values.ReadAsync("mark", default), Is.EqualTo("2"));
    }

    [Test]
    public async Task AddAsync_SixtyFourNodesAtOnce_AllGetTheSame()
    {
        var values = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => _tables.Values.AddAsync("key", $"{i}", default))));
        Assert.That(values.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await _tables.Values.ReadAsync("key", default), Is.EqualTo(values[0]));
    }

    [Test]
    public async Task ReplaceAsync_OnlyWhatStands_IsReplaced()
    {
        await _tables.Values.WriteAsync("mark", "1", default);
        var first = await _tables.Values.ReplaceAsync("mark", "1", "2", default);
        var second = await _tables.Values.ReplaceAsync("mark", "1", "3", default);
        var unknown = await _tables.Values.ReplaceAsync("other", "1", "2", default);
        Assert.That((first, second, unknown, await _tables.Values.ReadAsync("mark", default)), Is.EqualTo((true, false, false, "2")));
    }
}
