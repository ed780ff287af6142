using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class RuleBookTests
{
    private static readonly SendRule ForAll = Some.Rule with { Key = RuleKey.Parse("all") };
    private static readonly SendRule Own = Some.Rule with { Key = RuleKey.Parse("own"), Store = Some.Store };
    private static readonly StoreKey Second = StoreKey.Parse("2");

    private static readonly Dictionary<StoreKey, Connection> Connections = new()
    {
        [Second] = Some.Connection with { Key = ConnectionKey.Parse("second"), ClientDisplayId = ClientDisplayId.Parse("another") },
        [Some.Store] = Some.Connection,
    };

    [Test]
    public void Matching_OnlyARuleForAllStores_ServesTheStore() =>
        Assert.That(Some.Book(ForAll).Matching(Some.Store, Trigger.OrderPaid), Is.EqualTo(new[] { ForAll }));

    [Test]
    public void Matching_OwnRule_ReplacesThoseForAllStores() =>
        Assert.That(Some.Book(ForAll, Own).Matching(Some.Store, Trigger.OrderPaid), Is.EqualTo(new[] { Own }));

    [Test]
    public void Matching_OwnRuleSwitchedOff_LeavesThoseForAllStores() =>
        Assert.That(Some.Book(ForAll, Own with { Enabled = false }).Matching(Some.Store, Trigger.OrderPaid), Is.EqualTo(new[] { ForAll }));

    [Test]
    public void Matching_OwnRuleOfAnotherTrigger_LeavesThoseForAllStores() =>
        Assert.That(Some.Book(ForAll, Own with { Trigger = Trigger.OrderPlaced }).Matching(Some.Store, Trigger.OrderPaid), Is.EqualTo(new[] { ForAll }));

    [Test]
    public void Keys_UnreadableRule_IsAmongThemAndServesNobody()
    {
        var book = new RuleBook([ForAll], Connections, [RuleKey.Parse("broken")]);
        Assert.That(book.Keys.Select(key => key.ToString()), Is.EqualTo(new[] { "all", "broken" }));
        Assert.That((book.IsUnreadable(RuleKey.Parse("broken")), book.IsUnreadable(ForAll.Key), book.Find(RuleKey.Parse("broken"))), Is.EqualTo((true, false, (SendRule?)null)));
    }

    [Test]
    public void Matching_OtherTrigger_IsEmpty() =>
        Assert.That(Some.Book(ForAll).Matching(Some.Store, Trigger.OrderPlaced), Is.Empty);

    [Test]
    public void Matching_RuleOfAnotherStore_IsEmpty() =>
        Assert.That(Some.Book(Own with { Store = StoreKey.Parse("2") }).Matching(Some.Store, Trigger.OrderPaid), Is.Empty);

    [Test]
    public void Matching_StoreWithoutConnection_IsEmpty() =>
        Assert.That(new RuleBook([ForAll], new Dictionary<StoreKey, Connection>()).Matching(Some.Store, Trigger.OrderPaid), Is.Empty);

    [Test]
    public void Matching_RuleForAllStoresOfAClient_ServesOnlyThose()
    {
        var book = new RuleBook([ForAll with { Client = Some.Connection.ClientDisplayId }], Connections);
        Assert.That((book.Matching(Some.Store, Trigger.OrderPaid).Count, book.Matching(Second, Trigger.OrderPaid).Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Matching_RuleForAllStoresOfNoClient_ServesAll() =>
        Assert.That(new RuleBook([ForAll], Connections).Matching(Second, Trigger.OrderPaid), Is.EqualTo(new[] { ForAll }));

    [Test]
    public void NotServedBy_RuleForAllStores_NamesThoseOfOtherClients()
    {
        var book = new RuleBook([], Connections);
        Assert.Multiple(() =>
        {
            Assert.That(book.NotServedBy(ForAll), Is.Empty);
            Assert.That(book.NotServedBy(ForAll with { Client = Some.Connection.ClientDisplayId }), Is.EqualTo(new[] { Second }));
            Assert.That(book.NotServedBy(ForAll with { Client = ClientDisplayId.Parse("a-third") }), Is.EqualTo(new[] { Some.Store, Second }));
            Assert.That(book.NotServedBy(Own), Is.Empty);
        });
    }

    [Test]
    public void Find_UnknownKey_IsNull() => Assert.That(Some.Book(ForAll).Find(Own.Key), Is.Null);
}
