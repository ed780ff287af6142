using CustomerRadar.Core.Pauses;
using Microsoft.Extensions.Time.Testing;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Places;

public sealed class ShopPlaceTests
{
    [Test]
    public async Task ReadAsync_SeveralStores_IsTheFirstThatStands()
    {
        await using var spot = new Spot(new FakeTimeProvider());
        Assert.That(await spot.Place.ReadAsync(), Is.EqualTo(new[] { "shop.example.com", "db", "shop" }));
    }

    [Test]
    public async Task CheckAsync_AnotherAddress_IsACopyUntilConfirmed_AnotherSchemeIsNot()
    {
        await using var spot = new Spot(new FakeTimeProvider());
        await spot.Place.CheckAsync(default);
        spot.First.Url = "http://shop.example.com";
        Assert.That(await spot.Place.CheckAsync(default), Is.True);
        spot.First.Url = "https://test.example.com/";
        Assert.That(await spot.Place.CheckAsync(default), Is.False);
        Assert.That(spot.Pauses.Known.Keys, Is.EqualTo(new[] { PauseScope.Copy }));

        await spot.Place.ConfirmAsync(default);
        Assert.That((await spot.Place.CheckAsync(default), spot.Pauses.Known.Count), Is.EqualTo((true, 0)));
    }
}
