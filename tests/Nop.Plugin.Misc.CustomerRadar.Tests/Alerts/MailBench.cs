using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Alerts;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;
using Nop.Services.Configuration;
using Nop.Services.Helpers;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Alerts;

/// <summary>A shop of two stores with an e-mail account, and the e-mails that it has queued.</summary>
internal sealed class MailBench
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly AlertRow LogIn = new(
        7, new Alert(AlertKind.LogInRefused, "connection:store-2", "Customer Radar refuses the log-in (connection store-2). <Wrong> password", "Check it & test."), Now, Now, 1, null, null);

    private readonly MemoryValues _values = new();
    private CopyGuard? _guard;

    public CustomerRadarSettings Settings { get; } = new();

    public List<EmailAccount> Accounts { get; } =
        [new() { Id = 1, Email = "other@example.com", DisplayName = "Other" }, new() { Id = 2, Email = "shop@example.com", DisplayName = "Shop" }];

    public List<QueuedEmail> Queued { get; } = [];

    public MemoryPauses Pauses { get; } = new(new FakeTimeProvider(Now));

    /// <summary>This process finds that the shop is elsewhere, and at work there.</summary>
    public async Task MoveAwayAsync()
    {
        await Guard().CheckAsync(["https://shop.example.com/"], CancellationToken.None);
        _guard = Guard();
        await _guard.CheckAsync(["https://test.example.com/"], CancellationToken.None);
    }

    /// <summary>The e-mails that the queue does not take, by their place.</summary>
    public HashSet<int> Refused { get; } = [];

    public Dictionary<string, string> Texts { get; } = [];

    public int DefaultAccount { get; set; } = 2;

    public async Task TellAsync(AlertRow row)
    {
        await using var services = Services();
        await new AlertMails(services).TellAsync(row, CancellationToken.None);
    }

    private CopyGuard Guard() => new(_values, Pauses, NullLogger<CopyGuard>.Instance);

    private ServiceProvider Services()
    {
        return new ServiceCollection()
            .AddSingleton<ISettingService>(new FakeSettings().With(Settings, store: 0))
            .AddSingleton<IPauses>(Pauses)
            .AddSingleton(_guard ?? Guard())
            .AddSingleton(Localization())
            .AddSingleton(new LocalizationSettings { DefaultAdminLanguageId = 3 })
            .AddSingleton(new EmailAccountSettings { DefaultEmailAccountId = DefaultAccount })
            .AddSingleton(AccountService())
            .AddSingleton(Queue())
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddSingleton(Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")))
            .AddSingleton(Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store>
            {
                new() { Id = 1, Name = "First", Url = "https://first.example/" },
                new() { Id = 2, Name = "Second", Url = "https://second.example/shop" },
            })))
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddSingleton<AdminTexts>().AddSingleton<AlertLetter>().AddSingleton<QueuedMails>()
            .BuildServiceProvider();
    }

    private ILocalizationService Localization()
    {
        var localization = new Mock<ILocalizationService>(MockBehavior.Strict);
        localization.Setup(x => x.GetResourceAsync(It.IsAny<string>(), 3, false, It.IsAny<string>(), false))
            .ReturnsAsync((string key, int _, bool _, string english, bool _) => Texts.GetValueOrDefault(key["Plugins.Misc.CustomerRadar.".Length..], english));
        return localization.Object;
    }

    private IEmailAccountService AccountService()
    {
        var accounts = new Mock<IEmailAccountService>(MockBehavior.Strict);
        accounts.Setup(x => x.GetEmailAccountByIdAsync(It.IsAny<int>())).ReturnsAsync((int id) => Accounts.Find(account => account.Id == id)!);
        accounts.Setup(x => x.GetAllEmailAccountsAsync()).ReturnsAsync(Accounts);
        return accounts.Object;
    }

    private IQueuedEmailService Queue()
    {
        var tries = 0;
        var queue = new Mock<IQueuedEmailService>(MockBehavior.Strict);
        queue.Setup(x => x.InsertQueuedEmailAsync(It.IsAny<QueuedEmail>())).Returns((QueuedEmail mail) =>
        {
            if (Refused.Contains(tries++))
                throw new TimeoutException();
            Queued.Add(mail);
            return Task.CompletedTask;
        });
        return queue.Object;
    }
}
