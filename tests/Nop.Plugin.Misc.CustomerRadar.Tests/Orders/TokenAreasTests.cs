using Nop.Plugin.Misc.CustomerRadar.Bookings;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

public sealed class TokenAreasTests
{
    [Test]
    public void All_ListsEveryTokenOnce()
    {
        var known = OrderTokens.Names.Concat(BookingReader.CommonFields).Concat(OrderTokens.Families.Select(family => family + TokenAreas.Name));
        Assert.That(TokenAreas.All.SelectMany(area => area.Tokens).Select(token => token.Name), Is.EquivalentTo(known));
    }

    [Test]
    public void All_EveryAreaAndToken_HasAText()
    {
        var keys = TokenAreas.All.Select(area => $"Area.{area.Key}").Append("Area.Others").Concat(TokenAreas.All.SelectMany(area => area.Tokens).Select(token => token.Key));
        Assert.That(keys.Select(key => $"Plugins.Misc.CustomerRadar.Tokens.{key}").Except(PluginTexts.English.Keys), Is.Empty);
    }

    [Test]
    public void With_TokensOfOtherPlugins_StandBehindTheOthersWithoutAText()
    {
        var areas = TokenAreas.With(["Loyalty.Tier", "Order.Total"]);
        Assert.That(areas.SkipLast(1), Is.EqualTo(TokenAreas.All));
        Assert.That((areas[^1].Key, areas[^1].Tokens.Single()), Is.EqualTo(("Others", new TokenRow("Loyalty.Tier", null))));
    }

    [Test]
    public void With_NothingOfOtherPlugins_HasNoSuchArea() => Assert.That(TokenAreas.With(OrderTokens.Names), Is.EqualTo(TokenAreas.All));
}
