using System.Text;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using FsCheck;

namespace CustomerRadar.Core.Tests.Rules;

public sealed class SamplingTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef");
    private static readonly RuleKey Rule = RuleKey.Parse("after-payment");
    private static readonly StoreKey Store = StoreKey.Parse("1");

    // Recorded: an installation must draw the same after an update.
    [TestCase("order:1", 16.7)]
    [TestCase("order:2", 50.8)]
    [TestCase("booking:AB12", 46.5)]
    public void Includes_RecordedSubject_IsDrawnAtTheSameRateForEver(string subject, double rate)
    {
        Assert.That(Drawn(subject), Is.EqualTo(rate).Within(0.01));
    }

    [TestCase(1)]
    [TestCase(10)]
    [TestCase(50)]
    [TestCase(99)]
    public void Includes_ManySubjects_IsAboutTheRate(double percent)
    {
        const int Subjects = 20_000;
        var included = Enumerable.Range(0, Subjects).Count(number => Includes(Key, $"order:{number}", percent));
        var rate = percent / 100;
        // Six standard deviations: the key is fixed, so this is decided once and for all.
        Assert.That(included, Is.EqualTo(Subjects * rate).Within(6 * Math.Sqrt(Subjects * rate * (1 - rate))));
    }

    [TestCase(0, ExpectedResult = 0)]
    [TestCase(100, ExpectedResult = 1000)]
    public int Includes_AllOrNone_IsExact(double percent) => Enumerable.Range(0, 1000).Count(number => Includes(Key, $"order:{number}", percent));

    [Property(MaxTest = 1000)]
    public void Includes_RateIsRaised_NobodyLeaves(PositiveInt order, byte low, byte more)
    {
        var lower = low * 100.0 / 255;
        if (Includes(Key, $"order:{order.Get}", lower))
            Assert.That(Includes(Key, $"order:{order.Get}", Math.Min(100, lower + more)), Is.True);
    }

    [Test]
    public void Includes_OtherKeyRuleOrStore_DrawsAnew()
    {
        bool[] Draw(byte[] key, RuleKey rule, StoreKey store) =>
            [.. Enumerable.Range(0, 64).Select(number => Sampling.Includes(key, rule, store, SubjectKey.Parse($"order:{number}"), 50))];

        var drawn = Draw(Key, Rule, Store);
        Assert.Multiple(() =>
        {
            Assert.That(Draw(Key, Rule, Store), Is.EqualTo(drawn));
            Assert.That(Draw(new byte[32], Rule, Store), Is.Not.EqualTo(drawn));
            Assert.That(Draw(Key, RuleKey.Parse("another"), Store), Is.Not.EqualTo(drawn));
            Assert.That(Draw(Key, Rule, StoreKey.Parse("2")), Is.Not.EqualTo(drawn));
        });
    }

    // The lowest rate, in tenths, at which a subject is drawn.
    private static double Drawn(string subject) => Enumerable.Range(0, 1001).Select(tenths => tenths / 10.0).First(rate => Includes(Key, subject, rate));

    private static bool Includes(byte[] key, string subject, double percent) => Sampling.Includes(key, Rule, Store, SubjectKey.Parse(subject), percent);
}
