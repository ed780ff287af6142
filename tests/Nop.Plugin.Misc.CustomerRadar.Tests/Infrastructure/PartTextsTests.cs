using CustomerRadar.Core.Periodic;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Infrastructure;

/// <summary>Keys that a view or controller puts together.</summary>
public sealed class PartTextsTests
{
    [Test]
    public void English_EveryStateOfABackfill_HasAText() => Assert.That(
        Enum.GetNames<BackfillState>().Select(state => $"{CustomerRadarDefaults.LocalePrefix}Backfill.State.{state}").Except(PluginTexts.English.Keys), Is.Empty);

    [TestCase("Rules.Done")]
    [TestCase("NotServed")]
    [TestCase("NotWorking")]
    [TestCase("Backfill.Found")]
    [TestCase("Backfill.Confirm")]
    public void English_KeyOfTheParts_HasAText(string key) => Assert.That(PluginTexts.English.Keys, Has.Member(CustomerRadarDefaults.LocalePrefix + key));
}
