using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using Nop.Plugin.Misc.CustomerRadar.Backfills;
using Nop.Plugin.Misc.CustomerRadar.Models;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Backfills;

public sealed class BackfillFormTests
{
    private static readonly BackfillModel Right = new() { Rule = "1 order-paid", From = "2026-03-01", Until = "2026-03-31", PerHour = "90" };

    private static readonly Connection Connection = new()
    {
        Key = ConnectionKey.Parse("store-1"),
        Username = "u",
        Password = new Secret("p"),
        ClientDisplayId = ClientDisplayId.Parse("c"),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"),
    };

    private static Connection? Of(StoreKey store) => store.ToString() == "1" ? Connection : null;

    [Test]
    public void Read_Days_AreWholeOnesInTheZoneOfTheStore()
    {
        var (request, faults) = BackfillForm.Read(Right, Of);
        Assert.That(faults, Is.Empty);
        // New Zealand in March: thirteen hours ahead.
        Assert.That(
            (request!.Store.ToString(), request.Rule.ToString(), request.From, request.Until, request.PerHour),
            Is.EqualTo(("1", "order-paid", new DateTimeOffset(2026, 2, 28, 11, 0, 0, default), new DateTimeOffset(2026, 3, 31, 11, 0, 0, default), 90)));
    }

    [TestCase(null, "2026-03-01", "2026-03-31", "60", "Rule")]
    [TestCase("order-paid", "2026-03-01", "2026-03-31", "60", "Rule")]
    [TestCase("2 order-paid", "2026-03-01", "2026-03-31", "60", "Rule")]
    [TestCase("1 order-paid", "", "2026-03-31", "60", "From")]
    [TestCase("1 order-paid", "01/03/2026", "2026-03-31", "60", "From")]
    [TestCase("1 order-paid", "2026-03-01", "0001-01-01", "60", "Until")]
    [TestCase("1 order-paid", "2026-03-01", "2026-03-31", "many", "PerHour")]
    [TestCase("1 order-paid", "2026-03-01", "2026-03-31", "-1", "PerHour")]
    [TestCase("", "", "", "", "Rule,From,Until,PerHour")]
    public void Read_FieldThatIsWrong_IsNamed(string? rule, string from, string until, string perHour, string fields)
    {
        var (request, faults) = BackfillForm.Read(new BackfillModel { Rule = rule, From = from, Until = until, PerHour = perHour }, Of);
        Assert.That((request, string.Join(",", faults.Select(fault => fault.Field))), Is.EqualTo((request, fields)));
        Assert.That(request, Is.Null);
    }

    [Test]
    public void Fields_AnyOfThemOther_IsAnother() => Assert.That(
        new[] { Right with { Rule = "x" }, Right with { From = "x" }, Right with { Until = "x" }, Right with { PerHour = "x" } }.Select(other => other.Fields),
        Has.None.EqualTo(Right.Fields));
}
