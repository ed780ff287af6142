using CustomerRadar.Core.Api;
using Nop.Plugin.Misc.CustomerRadar.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

public sealed class StoreRuleBooksTests
{
    private static readonly ClientDisplayId Client = ClientDisplayId.Parse("a");

    [Test]
    public void OfClient_RuleForAllStores_IsOfTheClientOfAllStores() =>
        Assert.That(StoreRuleBooks.OfClient(RuleBench.Rule("r"), Client).Client, Is.EqualTo(Client));

    [Test]
    public void OfClient_RuleThatNamesAnother_KeepsIt()
    {
        var other = ClientDisplayId.Parse("b");
        Assert.That(StoreRuleBooks.OfClient(RuleBench.Rule("r") with { Client = other }, Client).Client, Is.EqualTo(other));
    }

    [Test]
    public void OfClient_RuleOfOneStore_NeedsNone() => Assert.That(StoreRuleBooks.OfClient(RuleBench.Rule("r", store: 2), Client).Client, Is.Null);
}
