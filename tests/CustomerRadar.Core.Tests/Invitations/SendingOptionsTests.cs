using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Invitations.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Tests.Invitations;

public sealed class SendingOptionsTests
{
    private static readonly Action<SendingOptions>[] AtTheLimits =
    [
        _ => { },
        options => options.Worker = new string('w', 100),
        options => options.LeaseLength = TimeSpan.FromSeconds(90),
        options => options.OverdueBy = TimeSpan.Zero,
        options => options.OverdueBy = TimeSpan.FromHours(1),
        options => (options.Parallel, options.RecordTries) = (1, 1),
        options => (options.Parallel, options.RecordTries) = (64, 20),
    ];

    private static readonly (Action<SendingOptions> Change, string Said)[] BeyondTheLimits =
    [
        (options => options.Worker = "", "Worker has 0 characters; it must have 1 to 100."),
        (options => options.Worker = new string('w', 101), "Worker has 101 characters; it must have 1 to 100."),
        (options => options.LeaseLength = TimeSpan.FromSeconds(89.5), "LeaseLength is 89.5 seconds; it must be at least three times TotalTimeout (30 seconds)."),
        (options => options.OverdueBy = TimeSpan.FromSeconds(-1), "OverdueBy is -1; it must be 0 to 3600 seconds."),
        (options => options.OverdueBy = TimeSpan.FromSeconds(3601), "OverdueBy is 3601; it must be 0 to 3600 seconds."),
        (options => options.Parallel = 0, "Parallel is 0; it must be 1 to 64 rows."),
        (options => options.Parallel = 65, "Parallel is 65; it must be 1 to 64 rows."),
        (options => options.RecordTries = 0, "RecordTries is 0; it must be 1 to 20 tries."),
        (options => options.RecordTries = 21, "RecordTries is 21; it must be 1 to 20 tries."),
    ];

    [Test]
    public void Validate_AtTheLimits_Succeeds([ValueSource(nameof(AtTheLimits))] Action<SendingOptions> change) =>
        Assert.That(Validate(change).Succeeded, Is.True);

    [Test]
    [SetCulture("de-DE")]
    public void Validate_BeyondTheLimits_NamesSettingLimitAndUnit([ValueSource(nameof(BeyondTheLimits))] (Action<SendingOptions> Change, string Said) fault) =>
        Assert.That(Validate(fault.Change).Failures, Is.EqualTo(new[] { fault.Said }));

    [Test]
    public void AddCustomerRadarCore_WrongOptions_FailsBeforeARowIsLeased()
    {
        using var provider = new ServiceCollection().AddLogging().AddCustomerRadarCore(options => options.Parallel = 0).BuildServiceProvider();
        Assert.That(() => provider.GetRequiredService<SendingSettings>().Parallel, Throws.TypeOf<OptionsValidationException>());
    }

    private static ValidateOptionsResult Validate(Action<SendingOptions> change)
    {
        var options = new SendingOptions();
        change(options);
        return new SendingOptionsValidator(Options.Create(new ApiOptions())).Validate(null, options);
    }
}
