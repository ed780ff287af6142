using System.Net;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Tests.Api;

public sealed class ApiOptionsTests
{
    private static readonly Action<ApiOptions>[] AtTheLimits =
    [
        _ => { },
        options => options.ConnectTimeout = TimeSpan.FromSeconds(1),
        options => (options.ConnectTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)),
        options => (options.ConnectTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)),
        options => options.TotalTimeout = TimeSpan.FromSeconds(300),
        options => (options.RequestsPerSecond, options.Burst) = (0.1, 1),
        options => (options.RequestsPerSecond, options.Burst) = (100, 100),
        options => options.InFlight = 1,
        options => options.InFlight = 64,
    ];

    private static readonly (Action<ApiOptions> Change, string Said)[] BeyondTheLimits =
    [
        (options => options.ConnectTimeout = TimeSpan.FromSeconds(0.5), "ConnectTimeout is 0.5; it must be 1 to 60 seconds."),
        (options => options.ConnectTimeout = TimeSpan.FromSeconds(31), "ConnectTimeout is 31 seconds; it must not be longer than TotalTimeout (30 seconds)."),
        (options => options.TotalTimeout = Timeout.InfiniteTimeSpan, "TotalTimeout is -0.001; it must be 2 to 300 seconds."),
        (options => options.TotalTimeout = TimeSpan.FromSeconds(301), "TotalTimeout is 301; it must be 2 to 300 seconds."),
        (options => options.RequestsPerSecond = 0, "RequestsPerSecond is 0; it must be 0.1 to 100 requests a second."),
        (options => options.RequestsPerSecond = double.NaN, "RequestsPerSecond is NaN; it must be 0.1 to 100 requests a second."),
        (options => options.Burst = 101, "Burst is 101; it must be 1 to 100 requests."),
        (options => options.InFlight = 0, "InFlight is 0; it must be 1 to 64 requests."),
        (options => options.InFlight = 65, "InFlight is 65; it must be 1 to 64 requests."),
    ];

    [Test]
    public void Validate_AtTheLimits_Succeeds([ValueSource(nameof(AtTheLimits))] Action<ApiOptions> change) =>
        Assert.That(Validate(change).Succeeded, Is.True);

    [Test]
    [SetCulture("de-DE")]
    public void Validate_BeyondTheLimits_NamesSettingLimitAndUnit([ValueSource(nameof(BeyondTheLimits))] (Action<ApiOptions> Change, string Said) fault) =>
        Assert.That(Validate(fault.Change).Failures, Does.Contain(fault.Said));

    [Test]
    public void AddApi_WrongOptions_FailsBeforeTheFirstCall()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddApi();
        services.Configure<ApiOptions>(options => options.Burst = 0);
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<CustomerRadarClient>, Throws.TypeOf<OptionsValidationException>());
    }

    [Test]
    public void Handler_OfTheOptions_IsStrict()
    {
        var proxy = new WebProxy("http://127.0.0.1:3128");
        using var handler = ApiHandler.Create(new ApiOptions { ConnectTimeout = TimeSpan.FromSeconds(3), Proxy = proxy });

        Assert.Multiple(() =>
        {
            Assert.That(handler.AllowAutoRedirect, Is.False);
            Assert.That(handler.UseCookies, Is.False);
            Assert.That(handler.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(handler.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(handler.PooledConnectionIdleTimeout, Is.LessThan(TimeSpan.FromSeconds(5)));
            Assert.That(handler.Proxy, Is.SameAs(proxy));
        });
    }

    private static ValidateOptionsResult Validate(Action<ApiOptions> change)
    {
        var options = new ApiOptions();
        change(options);
        return new ApiOptionsValidator().Validate(null, options);
    }
}
