using System.Diagnostics;
using System.Globalization;
using CustomerRadar.Testing;

namespace CustomerRadar.Build.Tests.Testing;

public sealed class FakeClockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Ahead_ChildProcess_SeesAnotherWallClockAndTheSameMonotonicOne()
    {
        var environment = FakeClock.Ahead(TimeSpan.FromHours(1));
        var (before, ticksBefore) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        await using var child = ChildProcess.StartDotnet("CustomerRadar.Build.Tests.dll", ["--wait"], environment);
        await child.WaitForLineAsync(line => line == "ready", Patience);
        var (after, ticksAfter) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());

        Assert.That(
            DateTimeOffset.Parse(Value(child, "clock "), CultureInfo.InvariantCulture),
            Is.InRange(before.AddHours(1), after.AddHours(1)));
        Assert.That(long.Parse(Value(child, "timestamp "), CultureInfo.InvariantCulture), Is.InRange(ticksBefore, ticksAfter));
        Assert.That(int.Parse(Value(child, "waited "), CultureInfo.InvariantCulture), Is.GreaterThanOrEqualTo(450), "a wait of half a second");
        Assert.That(await child.StopAsync(Patience), Is.Zero);
    }

    private static string Value(ChildProcess child, string name) =>
        child.Output.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
