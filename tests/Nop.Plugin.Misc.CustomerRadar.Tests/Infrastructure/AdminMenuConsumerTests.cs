using Moq;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Services.Localization;
using Nop.Services.Plugins;
using Nop.Web.Framework.Events;
using Nop.Web.Framework.Menu;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Infrastructure;

public sealed class AdminMenuConsumerTests
{
    private readonly List<(string After, AdminMenuItem Item)> _inserted = [];

    [Test]
    public async Task HandleEventAsync_Installed_AddsTheEntryForThoseWhoMayConfigure()
    {
        await HandleAsync(new PluginDescriptor());

        var (after, item) = _inserted.Single();
        Assert.That((after, item.Title, item.Url, item.Visible), Is.EqualTo(("Campaigns", "Customer Radar", "/Admin/CustomerRadar/Configure", true)));
        Assert.That(item.PermissionNames, Is.EqualTo(new[] { CustomerRadarDefaults.ConfigurePermission }));
    }

    [Test]
    public async Task HandleEventAsync_NotInstalledYet_AddsNothing()
    {
        await HandleAsync(null);
        Assert.That(_inserted, Is.Empty);
    }

    private async Task HandleAsync(PluginDescriptor? installed)
    {
        _inserted.Clear();
        var plugins = new Mock<IPluginService>(MockBehavior.Strict);
        plugins.Setup(x => x.GetPluginDescriptorBySystemNameAsync<IPlugin>("Misc.CustomerRadar", LoadPluginsMode.InstalledOnly, null, 0, null)).ReturnsAsync(installed!);
        var menu = Mock.Of<IAdminMenu>(x => x.GetMenuItemUrl("CustomerRadar", "Configure") == "/Admin/CustomerRadar/Configure");
        var root = new Mock<AdminMenuItem>();
        root.Setup(x => x.InsertAfter(It.IsAny<string>(), It.IsAny<AdminMenuItem>()))
            .Callback((string after, AdminMenuItem item) => _inserted.Add((after, item))).Returns(true);
        var texts = Mock.Of<ILocalizationService>(x => x.GetResourceAsync("Plugins.Misc.CustomerRadar.Menu") == Task.FromResult("Customer Radar"));

        await new AdminMenuConsumer(plugins.Object, texts).HandleEventAsync(new AdminMenuCreatedEvent(menu, root.Object));
    }
}
