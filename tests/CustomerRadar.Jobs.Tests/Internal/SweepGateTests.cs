using CustomerRadar.Jobs.Internal;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class SweepGateTests
{
    [Test]
    public void TryEnter_Taken_IsNullUntilTheFirstLeaves()
    {
        var gate = new SweepGate();
        var first = gate.TryEnter();
        var second = gate.TryEnter();
        first!.Dispose();
        var third = gate.TryEnter();
        // Leaving twice must not let a second one in beside the third.
        first.Dispose();
        var fourth = gate.TryEnter();

        Assert.That((second, third, fourth), Is.EqualTo(((IDisposable?)null, third, (IDisposable?)null)));
        Assert.That(third, Is.Not.Null);
    }
}
