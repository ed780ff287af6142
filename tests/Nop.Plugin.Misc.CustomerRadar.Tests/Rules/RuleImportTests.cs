using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

public sealed class RuleImportTests
{
    private static readonly SendRule A = RuleBench.Rule("a");
    private static readonly SendRule B = RuleBench.Rule("b");
    private static readonly UnreadableRule Torn = new(RuleKey.Parse("torn"), "Torn", "{", ["This is not JSON"]);
    private static readonly (int Id, string Name, string? Client)[] Stores = [(1, "One", "client"), (2, "Two", "client")];

    private static string Text(params SendRule[] rules) => SendRulesDocument.Write(rules);

    private static async Task<IReadOnlyList<RuleImportChange>> ChangesAsync(RuleBench bench, string text, bool deleteOthers = false)
    {
        var result = await bench.Import(Stores).PreviewAsync(new RuleImportModel { Document = text, DeleteOthers = deleteOthers }, default);
        Assert.That(result.Preview.Faults, Is.Empty);
        Assert.That(bench.Done, Is.Empty, "a preview writes nothing");
        return result.Preview.Changes;
    }

    private static async Task<RuleImportResult> ApplyAsync(RuleBench bench, RuleImportModel model)
    {
        var import = bench.Import(Stores);
        var preview = await import.PreviewAsync(model, default);
        return await import.ApplyAsync(model with { Stamp = preview.Preview.Stamp }, default);
    }

    [Test]
    public async Task Preview_WhatWasExported_ChangesNothing()
    {
        var bench = new RuleBench(
            A,
            B with { Enabled = false, Metadata = [new("k", MetadataTemplate.Parse("%Token.OfAPluginThatIsGone%"))] },
            RuleBench.Rule("gone", store: 9));
        var (document, name) = await bench.Export.WriteAsync(default);
        Assert.That(name, Is.EqualTo("customer-radar-rules-2026-03-02.json"));

        var changes = await ChangesAsync(bench, Encoding.UTF8.GetString(document), deleteOthers: true);

        Assert.That(changes.Select(change => change.Kind), Is.EqualTo(new[] { RuleImportKind.Unchanged, RuleImportKind.Unchanged, RuleImportKind.Unchanged }));
    }

    [Test]
    public async Task Preview_NamesWhatBecomesOfEachRule()
    {
        var bench = new RuleBench(A, B);
        bench.Unreadable.Add(Torn);
        var changes = await ChangesAsync(bench, Text(A with { Name = "Other", SamplePercent = 50 }, RuleBench.Rule("c")));

        Assert.That(changes.Select(change => $"{change.Key} {change.Kind} {string.Join(",", change.Members)} {change.IsUnreadable}"), Is.EqualTo(new[]
        {
            "a Changed name,samplePercent False", "c New  False", "b Kept  False", "torn Kept  True",
        }));
    }

    [Test]
    public async Task Preview_DeleteOthers_CountsWhatWaitsUnderThem()
    {
        var bench = new RuleBench(A, B);
        bench.Unreadable.Add(Torn);
        (bench.Waiting["b"], bench.Waiting["torn"]) = (3, 4);
        var changes = await ChangesAsync(bench, Text(A), deleteOthers: true);
        Assert.That(changes.Select(change => (change.Key.ToString(), change.Kind, change.Waiting)), Is.EqualTo(new[]
        {
            ("a", RuleImportKind.Unchanged, 0), ("b", RuleImportKind.Deleted, 3), ("torn", RuleImportKind.Deleted, 4),
        }));
    }

    // A start that is set back does not bring the past; one that lies ahead counts.
    [TestCase(-30, RuleImportKind.Unchanged, -9)]
    [TestCase(5, RuleImportKind.Changed, 5)]
    public async Task Preview_OtherStart_CountsOnlyWhenItLiesAhead(int days, RuleImportKind kind, int expected)
    {
        var change = (await ChangesAsync(new RuleBench(A), Text(A with { ActiveFrom = RuleBench.Now.AddDays(days) }))).Single();
        Assert.That((change.Kind, change.After?.ActiveFrom ?? A.ActiveFrom), Is.EqualTo((kind, (DateTimeOffset?)RuleBench.Now.AddDays(expected))));
    }

    [Test]
    public async Task Preview_NewRule_StartsNow() =>
        Assert.That((await ChangesAsync(new RuleBench(), Text(A))).Single().After!.ActiveFrom, Is.EqualTo(RuleBench.Now));

    [TestCase("\"store\": \"7\"", "store", "\"7\" is no store of this shop. Its stores are \"1\" (One), \"2\" (Two).")]
    [TestCase("\"triger\": \"OrderPaid\"", "triger", "is not known here. Did you mean trigger?")]
    [TestCase("\"metadata\": [{\"key\": \"k\", \"value\": \"%Order.OrderNumbr%\"}]", "metadata[0].value", "%Order.OrderNumbr% is not known here. Did you mean %Order.OrderNumber%?")]
    [TestCase("\"filters\": [{\"field\": \"Order.CheckoutAttribute.\", \"test\": \"IsEmpty\"}]", "filters[0].field", "\"Order.CheckoutAttribute.\" needs a name at its end.")]
    public async Task Preview_Fault_HasItsPlaceAndLine(string member, string place, string what)
    {
        var text = "{\"rules\": [{\"key\": \"x\", \"name\": \"X\", \"trigger\": \"OrderPaid\", \"programmeDisplayId\": \"p\", \"defaultLocation\": {\"locationDisplayId\": \"l\"},\n" + member + "}]}";
        var result = await new RuleBench().Import(Stores).PreviewAsync(new RuleImportModel { Document = text }, default);
        Assert.That((result.Outcome, result.Preview.Faults.Single()), Is.EqualTo((RuleImportOutcome.Faulty, new DocumentFault("rules[0]." + place, what, 2))));
    }

    [TestCase("order-paid", 2, false)]
    [TestCase("order-paid", null, true)]
    [TestCase("order-paid-store-2", 2, true)]
    [TestCase("order-paid-store-2", 1, false)]
    [TestCase("order-paid-store-2", null, false)]
    [TestCase("order-paid-store-9", 1, true)]
    public async Task Preview_KeyOfThePage_IsForTheStoreThatThePageTakesItFor(string key, int? store, bool isRight)
    {
        var result = await new RuleBench().Import(Stores).PreviewAsync(new RuleImportModel { Document = Text(RuleBench.Rule(key, store)) }, default);
        Assert.That(result.Preview.Faults.Select(fault => fault.Place), isRight ? Is.Empty : Is.EqualTo(new[] { "rules[0].store" }));
    }

    [Test]
    public async Task Preview_RuleForAllStores_NamesThoseThatItLeavesOut()
    {
        var import = new RuleBench().Import((1, "One", "client"), (2, "Two", "other"), (3, "Three", null));
        var preview = await import.PreviewAsync(
            new RuleImportModel { Document = Text(A, B with { Client = ClientDisplayId.Parse("nobody") }, RuleBench.Rule("own", store: 3)) }, default);
        Assert.That(preview.Preview.Changes.Select(change => $"{string.Join(",", change.LeftOut)} {change.ServesNobody}"), Is.EqualTo(new[] { "Two False", "One,Two True", " True" }));
    }

    [Test]
    public async Task Apply_Fault_WritesNothing()
    {
        var bench = new RuleBench(A);
        var result = await ApplyAsync(bench, new RuleImportModel { Document = Text(B, A with { Name = "" }), DeleteOthers = true });
        Assert.That((result.Outcome, bench.Done.Count), Is.EqualTo((RuleImportOutcome.Faulty, 0)));
    }

    [Test]
    public async Task Apply_AsItWasShown_SavesDeletesAndCancels()
    {
        var bench = new RuleBench(A, B);
        var result = await ApplyAsync(bench, new RuleImportModel { Document = Text(A with { Name = "Other" }, RuleBench.Rule("c")), DeleteOthers = true });
        Assert.That(result.Outcome, Is.EqualTo(RuleImportOutcome.Done));
        Assert.That(bench.Done.Distinct(), Is.EqualTo(new[] { "save a", "save c", "delete b", "read book", "cancel b" }));
    }

    [Test]
    public async Task Apply_UnchangedRule_IsNotWrittenAndOthersStay()
    {
        var bench = new RuleBench(A, B);
        await ApplyAsync(bench, new RuleImportModel { Document = Text(A, RuleBench.Rule("c")) });
        Assert.That(bench.Done.Where(what => what != "read book"), Is.EqualTo(new[] { "save c" }));
    }

    [TestCase("text")]
    [TestCase("choice")]
    [TestCase("rule")]
    [TestCase("unreadable")]
    public async Task Apply_AnythingIsOtherThanItWasShown_WritesNothingAndShowsItAnew(string what)
    {
        var bench = new RuleBench(A);
        var model = new RuleImportModel { Document = Text(B) };
        var stamp = (await bench.Import(Stores).PreviewAsync(model, default)).Preview.Stamp;
        switch (what)
        {
            case "text":
                model.Document += " ";
                break;
            case "choice":
                model.DeleteOthers = true;
                break;
            case "rule":
                await bench.Rules.SaveAsync(A with { Name = "Somebody else's" }, default);
                bench.Done.Clear();
                break;
            default:
                bench.Unreadable.Add(Torn);
                break;
        }

        var result = await bench.Import(Stores).ApplyAsync(model with { Stamp = stamp }, default);
        Assert.That((result.Outcome, bench.Done.Count, result.Preview.Changes.Count > 0), Is.EqualTo((RuleImportOutcome.Outdated, 0, true)));
        Assert.That((await bench.Import(Stores).ApplyAsync(model with { Stamp = result.Preview.Stamp }, default)).Outcome, Is.EqualTo(RuleImportOutcome.Done));
    }

    // The waiting rows, the choice -> asked?, replanned?
    [TestCase(3, null, true, false)]
    [TestCase(3, "keep", false, false)]
    [TestCase(3, "move", false, true)]
    [TestCase(0, null, false, false)]
    public async Task Apply_OtherDueTime_AsksWhatBecomesOfWhatWaits(int waiting, string? chosen, bool asked, bool replanned)
    {
        var bench = new RuleBench(A);
        bench.Waiting["a"] = waiting;
        var result = await ApplyAsync(bench, new RuleImportModel { Document = Text(A with { Delay = new SendDelay(2, default) }), Waiting = chosen });
        Assert.That((result.Outcome == RuleImportOutcome.Unanswered, bench.Done.Contains("save a"), bench.Done.Contains("replan a")), Is.EqualTo((asked, !asked, replanned)));
    }

    [Test]
    public async Task Apply_InThePlaceOfOneThatCannotBeRead_AsksAndStartsNow()
    {
        var bench = new RuleBench();
        bench.Unreadable.Add(Torn);
        bench.Waiting["torn"] = 2;
        var change = (await ChangesAsync(bench, Text(RuleBench.Rule("torn")))).Single();
        Assert.That((change.Kind, change.IsUnreadable, change.IsMoved, change.After!.ActiveFrom), Is.EqualTo((RuleImportKind.Changed, true, true, (DateTimeOffset?)RuleBench.Now)));
    }

    // What is other about the rule -> its waiting rows are skipped?, held?
    [TestCase("trigger", true, false)]
    [TestCase("store", true, false)]
    [TestCase("enabled", false, true)]
    [TestCase("name", false, false)]
    public async Task Preview_ChangedRule_SaysWhatBecomesOfWhatWaits(string member, bool skipped, bool held)
    {
        var after = member switch
        {
            "trigger" => A with { Trigger = Trigger.OrderPlaced },
            "store" => RuleBench.Rule("a", store: 2),
            "enabled" => A with { Enabled = false },
            _ => A with { Name = "Other" },
        };
        var change = (await ChangesAsync(new RuleBench(A), Text(after))).Single();
        Assert.That((change.SkipsWaiting, change.HoldsWaiting, change.IsMoved), Is.EqualTo((skipped, held, false)));
    }

    [Test]
    public async Task List_NamesStoresAndWhatCannotBeRead()
    {
        var bench = new RuleBench(A, RuleBench.Rule("one", store: 1), RuleBench.Rule("gone", store: 9));
        bench.Unreadable.Add(Torn);
        var list = await bench.Export.ListAsync(default);
        Assert.That(list.Rules.Select(rule => rule.Store), Is.EqualTo(new[] { null, "One", "9" }));
        Assert.That(list.Unreadable, Is.EqualTo(new[] { Torn }));
    }

    [Test]
    public async Task Apply_AnotherImportComesBetweenLookAndWrite_WritesNothingAndShowsAnew()
    {
        var bench = new RuleBench(A) { Between = rules => rules.Store(B) };
        var result = await ApplyAsync(bench, new RuleImportModel { Document = Text(A with { Name = "Other" }), DeleteOthers = true });

        Assert.That((result.Outcome, bench.Done.Count), Is.EqualTo((RuleImportOutcome.Outdated, 0)));
        Assert.That(result.Preview.Changes.Select(change => (change.Key, change.Kind)), Does.Contain((B.Key, RuleImportKind.Deleted)), "the other's rule is shown before it goes");
    }
}
