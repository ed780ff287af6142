using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Microsoft.AspNetCore.Mvc;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarRulesControllerTests
{
    private static readonly SendRule A = RuleBench.Rule("a");

    private readonly Mock<INotificationService> _notifications = new();
    private RuleBench _rules = null!;
    private PartBench _bench = null!;

    private CustomerRadarRulesController Controller => new(_bench.Gate, _bench.Services, EnglishTexts.Service, _notifications.Object);

    [SetUp]
    public void SetUp()
    {
        _notifications.Reset();
        _rules = new RuleBench(A);
        _bench = new PartBench().With(_rules.Export).With(_rules.Import((1, "One", "client"), (2, "Two", "other")));
    }

    [Test]
    public async Task List_ShowsTheStoredRules() =>
        Assert.That(PartBench.Shown<RuleList>(await Controller.List(default)).Rules.Select(rule => rule.Rule.Key), Is.EqualTo(new[] { A.Key }));

    [Test]
    public async Task Export_IsAFileThatCanBeImported()
    {
        var file = (FileContentResult)await Controller.Export(default);
        Assert.That((file.ContentType, file.FileDownloadName), Is.EqualTo(("application/json", "customer-radar-rules-2026-03-02.json")));
        Assert.That(SendRulesDocument.Read(Encoding.UTF8.GetString(file.FileContents)).Rules.Single().Key, Is.EqualTo(A.Key));
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase("{\"rules\": [{\"key\": \"x\"}]}")]
    public async Task PreviewAndImport_FaultyDocument_ShowTheFaultsAndWriteNothing(string? document)
    {
        var model = new RuleImportModel { Document = document };
        foreach (var result in new[] { await Controller.Preview(model, default), await Controller.Import(model, default) })
        {
            var shown = PartBench.Shown<RuleImportResult>(result);
            Assert.That((shown.Outcome, shown.Preview.Faults.Count > 0), Is.EqualTo((RuleImportOutcome.Faulty, true)));
        }

        Assert.That(_rules.Done, Is.Empty);
        _notifications.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Import_AsItWasShown_SaysSoAndWhomItLeavesOut()
    {
        _rules.Connections[StoreKey.Parse("2")] = new Connection
        {
            Key = ConnectionKey.Parse("store-2"), Username = "u", Password = new Secret("p"), ClientDisplayId = ClientDisplayId.Parse("other"),
        };
        var model = new RuleImportModel { Document = SendRulesDocument.Write([A with { Name = "Other", Client = ClientDisplayId.Parse("client") }]) };
        var stamp = PartBench.Shown<RuleImportResult>(await Controller.Preview(model, default)).Preview.Stamp;
        Assert.That(_rules.Done, Is.Empty, "a preview writes nothing");

        var done = PartBench.Shown<RuleImportResult>(await Controller.Import(model with { Stamp = stamp }, default));

        Assert.That((done.Outcome, _rules.Done[0]), Is.EqualTo((RuleImportOutcome.Done, "save a")));
        _notifications.Verify(x => x.SuccessNotification(EnglishTexts.Of("Rules.Done"), true, 0), Times.Once);
        _notifications.Verify(x => x.WarningNotification(EnglishTexts.Of("NotServed") + " Two", true, 0), Times.Once);
    }

    [TestCase(null)]
    [TestCase("of another preview")]
    public async Task Import_StaleStamp_ShowsAnewAndWritesNothing(string? stamp)
    {
        var model = new RuleImportModel { Document = SendRulesDocument.Write([A with { Name = "Other" }]), Stamp = stamp };
        var shown = PartBench.Shown<RuleImportResult>(await Controller.Import(model, default));
        Assert.That((shown.Outcome, _rules.Done.Count), Is.EqualTo((RuleImportOutcome.Outdated, 0)));
        _notifications.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Any_UninstallHasBegun_ReadsAndWritesNothing()
    {
        _bench.Gate.CloseForGood();
        PartBench.IsNotWorking(await Controller.List(default));
        PartBench.IsNotWorking(await Controller.Export(default));
        PartBench.IsNotWorking(await Controller.Preview(new RuleImportModel(), default));
        PartBench.IsNotWorking(await Controller.Import(new RuleImportModel(), default));
        Assert.That(_rules.Done, Is.Empty);
    }
}
