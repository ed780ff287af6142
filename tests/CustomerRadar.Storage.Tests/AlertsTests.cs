using CustomerRadar.Core.Alerts;

namespace CustomerRadar.Storage.Tests;

[EveryProduct]
internal sealed class AlertsTests<TProduct>
    where TProduct : IProduct, new()
{
    private static readonly Alert LogIn = new(AlertKind.LogInRefused, "connection:store-1", "The log-in is refused.", "Check the password.");
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    private Tables _tables = null!;

    private Alerts Alerts => _tables.Alerts;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task RaiseAsync_Again_CountsUpAndTakesTheNewWords()
    {
        await Alerts.RaiseAsync(LogIn, default);
        await _tables.MoveTimeAsync(TimeSpan.FromHours(1));
        await Alerts.RaiseAsync(LogIn with { Message = "Still refused.", Advice = null }, default);
        await Alerts.RaiseAsync(LogIn with { Scope = "connection:store-2" }, default);

        var open = await Alerts.OpenAsync(default);
        Assert.That(open.Select(row => row.Alert.Scope), Is.EqualTo(new[] { "connection:store-2", "connection:store-1" }), "the newest first");
        Assert.That((open[1].Alert, open[1].Count), Is.EqualTo((LogIn with { Message = "Still refused.", Advice = null }, 2)));
        Assert.That(open[1].LastAt - open[1].RaisedAt, Is.EqualTo(TimeSpan.FromHours(1)).Within(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task RaiseAsync_SixtyFourAtOnce_IsOneAlert()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Alerts.RaiseAsync(LogIn, default))));
        Assert.That((await Alerts.OpenAsync(default)).Single().Count, Is.EqualTo(64));
    }

    [Test]
    public async Task ResolveAsync_ThenRaise_IsANewAlert()
    {
        await Alerts.RaiseAsync(LogIn, default);
        var first = (await Alerts.OpenAsync(default)).Single();
        await Alerts.ResolveAsync(LogIn.Kind, LogIn.Scope, default);
        await Alerts.ResolveAsync(LogIn.Kind, LogIn.Scope, default);
        Assert.That(await Alerts.OpenAsync(default), Is.Empty);

        await Alerts.RaiseAsync(LogIn, default);
        await Alerts.ResolveAsync(LogIn.Kind, LogIn.Scope, default);
        await Alerts.RaiseAsync(LogIn, default);
        var third = (await Alerts.OpenAsync(default)).Single();
        Assert.That((third.Id > first.Id, third.Count, third.NotifiedAt, third.ResolvedAt), Is.EqualTo((true, 1, (DateTimeOffset?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task TakeUntoldAsync_ManyNodesAtOnce_OneTells()
    {
        await Alerts.RaiseAsync(LogIn, default);
        await Alerts.RaiseAsync(LogIn with { Kind = AlertKind.Outage }, default);
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Alerts.TakeUntoldAsync(Again, default))));
        Assert.That(taken.SelectMany(rows => rows).Select(row => row.Id), Is.Unique.And.Exactly(2).Items);
    }

    [Test]
    public async Task TakeUntoldAsync_Told_ComesBackAfterAWhileOrWhenItCouldNotBeTold()
    {
        await Alerts.RaiseAsync(LogIn, default);
        var told = (await Alerts.TakeUntoldAsync(Again, default)).Single();
        Assert.That(told.NotifiedAt, Is.Not.Null);
        Assert.That(await Alerts.TakeUntoldAsync(Again, default), Is.Empty);
        await Alerts.NotToldAsync(told.Id, default);
        Assert.That(await Alerts.TakeUntoldAsync(Again, default), Has.Count.EqualTo(1));
        await _tables.MoveTimeAsync(Again + TimeSpan.FromMinutes(1));
        Assert.That(await Alerts.TakeUntoldAsync(Again, default), Has.Count.EqualTo(1));
        await Alerts.ResolveAsync(LogIn.Kind, LogIn.Scope, default);
        await Alerts.NotToldAsync(told.Id, default);
        Assert.That(await Alerts.TakeUntoldAsync(Again, default), Is.Empty, "it is over");
    }
}
