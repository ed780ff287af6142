using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

public sealed class RuleWritingTests
{
    private static readonly RuleKey Old = RuleKey.Parse("old");

    [Test]
    public async Task WriteAsync_SavedAndDeleted_ReadsTheBookBeforeItTouchesWhatWaits()
    {
        var bench = new RuleBench(RuleBench.Rule("old"), RuleBench.Rule("a"));
        await bench.Writing.WriteAsync(new RuleWrites([RuleBench.Rule("a"), RuleBench.Rule("b")], [Old], [RuleKey.Parse("a")]), default);
        Assert.That(bench.Done.Distinct(), Is.EqualTo(new[] { "save a", "save b", "delete old", "read book", "cancel old", "replan a" }));
    }

    [Test]
    public async Task WriteAsync_RuleThatCustomerRadarHadRefused_IsTriedAtOnce()
    {
        var bench = new RuleBench();
        var refused = PauseScope.Of(RuleKey.Parse("a"), ProgrammeDisplayId.Parse("p"), new LocationTarget(LocationDisplayId.Parse("l")));
        bench.Pauses.Add(new Pause { Scope = refused, Cause = PauseCause.Configuration, Since = RuleBench.Now, ClosedUntil = RuleBench.Now.AddHours(1), Settings = "as it was" });
        bench.Pauses.Add(new Pause { Scope = PauseScope.All, Cause = PauseCause.Operator, Since = RuleBench.Now });

        await bench.Writing.WriteAsync(new RuleWrites([RuleBench.Rule("a")], [], []), default);

        Assert.That(bench.Done, Has.Some.EqualTo("resume rule:a/p/l/"));
        Assert.That(bench.Done, Has.None.EqualTo("resume all"), "a person's pause is a person's to end");
    }
}
