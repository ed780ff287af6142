using Microsoft.Extensions.Time.Testing;
using Nop.Plugin.Misc.CustomerRadar.Logging;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Logging;

public sealed class RateGateTests
{
    [Test]
    public void TryPass_MoreThanAllowed_DropsAndCountsThem()
    {
        var time = new FakeTimeProvider();
        var gate = new RateGate(perMinute: 2, time);

        var first = Enumerable.Range(0, 5).Select(_ => gate.TryPass(out var _)).ToList();
        time.Advance(TimeSpan.FromMinutes(1));
        var later = gate.TryPass(out var dropped);

        Assert.That(first, Is.EqualTo(new[] { true, true, false, false, false }));
        Assert.That((later, dropped), Is.EqualTo((true, 3)));
    }
}
