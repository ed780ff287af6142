using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Nop.Core.Domain.Localization;
using Nop.Data;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Tests.Orders;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Infrastructure;

public sealed class TextUpdateTests
{
    private const string Missing = "Plugins.Misc.CustomerRadar.Menu";

    [Test]
    public async Task RunAsync_TextMissing_AddsItAndLeavesTheOthers()
    {
        var localization = Localization();
        IDictionary<string, string>? added = null;
        localization.Setup(x => x.AddOrUpdateLocaleResourceAsync(It.IsAny<IDictionary<string, string>>(), null))
            .Callback((IDictionary<string, string> texts, int? _) => added = texts).Returns(Task.CompletedTask);

        await RunAsync(localization.Object);

        Assert.That(added!.Keys, Is.EqualTo(new[] { Missing }));
    }

    [Test]
    public void RunAsync_StoreInTrouble_NeverThrows()
    {
        var localization = Localization();
        localization.Setup(x => x.AddOrUpdateLocaleResourceAsync(It.IsAny<IDictionary<string, string>>(), null)).ThrowsAsync(new TimeoutException());
        Assert.DoesNotThrowAsync(() => RunAsync(localization.Object));
    }

    private static Mock<ILocalizationService> Localization()
    {
        var localization = new Mock<ILocalizationService>(MockBehavior.Strict);
        localization.Setup(x => x.GetResourceAsync(It.IsAny<string>(), 2, false, "", true))
            .ReturnsAsync((string key, int _, bool _, string _, bool _) => key == Missing ? "" : "The merchant's own words");
        return localization;
    }

    private static async Task RunAsync(ILocalizationService localization)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(new Shop(new Language { Id = 2 }, new Language { Id = 5 })).AddSingleton(typeof(IRepository<>), typeof(FakeTable<>)).BuildServiceProvider();
        await new TextUpdate(localization, new StoreTables(services), NullLogger<TextUpdate>.Instance).RunAsync();
    }
}
