using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Periodic.Internal;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Tests.Periodic;

internal sealed class RetentionWorkTests
{
    private ShopUnderTest _shop = null!;

    [SetUp]
    public void SetUp() => _shop = new ShopUnderTest();

    [Test]
    public async Task RunAsync_SeveralPages_GoesOnUntilNothingIsLeft()
    {
        foreach (var count in new[] { 500, 3, 0, 500, 500, 1 })
            _shop.Records.Pages.Enqueue(count);

        await Work().RunAsync(default);

        Assert.That(
            _shop.Records.Calls,
            Is.EqualTo(Enumerable.Repeat("forget 30 days", 3).Concat(Enumerable.Repeat("reduce 90 days, rules after-payment", 4))));
    }

    [Test]
    public async Task RunAsync_NoRulesAtAll_KeepsWhoWasInvited()
    {
        _shop.Rules = [];

        await Work().RunAsync(default);

        Assert.That(_shop.Records.Calls, Is.EqualTo(["forget 30 days"]));
    }

    [Test]
    public void RunAsync_Stopping_EndsAfterThePage()
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        _shop.Records.Pages.Enqueue(500);

        Assert.That(async () => await Work().RunAsync(stopping.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_shop.Records.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task DailyCounts_OfYesterdayAndToday_AreMadeAnew()
    {
        await new DailyCountWork(_shop.Records, _shop.Time).RunAsync(default);
        Assert.That(_shop.Records.Calls, Is.EqualTo(["recount 2026-03-01"]));
    }

    [TestCase(0.5, 30, "Rows is 0.5 days; it must be 1 to 3650 days.")]
    [TestCase(4000, 30, "Rows is 4000 days; it must be 1 to 3650 days.")]
    [TestCase(90, 0, "Contacts is 0 days; it must be 1 to 365 days.")]
    [TestCase(90, 30, null)]
    public void Options_OutOfRange_NameSettingLimitAndUnit(double rows, double contacts, string? fault)
    {
        var result = new RetentionOptionsValidator().Validate(
            null, new RetentionOptions { Rows = TimeSpan.FromDays(rows), Contacts = TimeSpan.FromDays(contacts) });
        Assert.That(result.Failures?.Single(), Is.EqualTo(fault));
    }

    private RetentionWork Work() => new(_shop.Records, _shop.Books, Options.Create(new RetentionOptions()), new RecordingLogger<RetentionWork>());
}
