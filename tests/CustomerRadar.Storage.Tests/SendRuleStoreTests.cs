using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Storage.Tests;

/// <summary>Rules that are replaced only while nobody else has changed them.</summary>
[EveryProduct]
internal sealed class SendRuleStoreTests<TProduct>
    where TProduct : IProduct, new()
{
    private Tables _tables = null!;
    private SendRuleStore _store = null!;

    [SetUp]
    public async Task SetUp()
    {
        _tables = await Tables.CreateAsync(new TProduct());
        _store = new SendRuleStore(_tables.Database);
    }

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task TryReplaceAsync_AsItWasSeen_SavesAndDeletes()
    {
        await _store.SaveAsync(Rule("a"), default);
        await _store.SaveAsync(Rule("b"), default);
        var seen = await _store.ReadAsync(default);

        Assert.That(await _store.TryReplaceAsync(seen, [Rule("a") with { Name = "changed" }, Rule("c")], [RuleKey.Parse("b")], default), Is.True);
        Assert.That((await _store.ReadAsync(default)).Rules.Select(rule => (rule.Key.ToString(), rule.Name)), Is.EquivalentTo(new[] { ("a", "changed"), ("c", "c") }));
    }

    [TestCase("new")]
    [TestCase("a")]
    public async Task TryReplaceAsync_SomebodyChangedARule_WritesNothing(string changed)
    {
        await _store.SaveAsync(Rule("a"), default);
        var seen = await _store.ReadAsync(default);
        await _store.SaveAsync(Rule(changed) with { Name = "theirs" }, default);
        var before = (await _store.ReadAsync(default)).Text;

        Assert.That(await _store.TryReplaceAsync(seen, [Rule("a") with { Name = "ours" }, Rule("c")], [], default), Is.False);
        Assert.That((await _store.ReadAsync(default)).Text, Is.EqualTo(before));
    }

    // The rules are new, so that none of them has a row on which the others would wait.
    [Test]
    public async Task TryReplaceAsync_ManyAtOnceThatSawTheSame_OneWins()
    {
        var seen = await _store.ReadAsync(default);
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _store.TryReplaceAsync(seen, [Rule($"rule-{i}")], [], default))));
        Assert.That(won.Count(one => one), Is.EqualTo(1));
        Assert.That((await _store.ReadAsync(default)).Rules.Count, Is.EqualTo(1));
    }

    private static SendRule Rule(string key) => new()
    {
        Key = RuleKey.Parse(key),
        Name = key,
        Trigger = Trigger.OrderPaid,
        Programme = ProgrammeDisplayId.Parse("p"),
        DefaultLocation = new LocationTarget(LocationDisplayId.Parse("l")),
    };
}
