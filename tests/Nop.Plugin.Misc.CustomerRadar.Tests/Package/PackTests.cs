using System.IO.Compression;
using System.Text.Json;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Package;

/// <summary>Runs the pack program as a person would, and looks at what it made.</summary>
public sealed class PackTests
{
    private string _zip = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _zip = await PackedPlugin.ZipAsync();

    [Test]
    public async Task Pack_Twice_GivesTheSameBytes() =>
        Assert.That(await File.ReadAllBytesAsync(await PackedPlugin.PackAsync("second")), Is.EqualTo(await File.ReadAllBytesAsync(_zip)));

    [Test]
    public void Pack_Layout_IsWhatTheStoresUploadWants()
    {
        using var zip = ZipFile.OpenRead(_zip);
        var paths = zip.Entries.Select(entry => entry.FullName).ToList();

        Assert.That(paths, Has.All.StartsWith("Misc.CustomerRadar/"));
        Assert.That(paths, Is.SupersetOf(new[]
        {
            "Misc.CustomerRadar/plugin.json", "Misc.CustomerRadar/logo.png", "Misc.CustomerRadar/Nop.Plugin.Misc.CustomerRadar.dll",
            "Misc.CustomerRadar/CustomerRadar.Core.dll", "Misc.CustomerRadar/lib/CustomerRadar.Jobs.dll", "Misc.CustomerRadar/lib/Hangfire.Core.dll",
        }));
        Assert.That(paths, Has.None.Contains("Nop.Core").And.None.Contains("Microsoft.Extensions").And.None.Contains("runtimes/").And.None.Contains("Npgsql.dll"));
    }

    [Test]
    public void Pack_Manifest_HasTheVersionOfTheAssembly()
    {
        using var zip = ZipFile.OpenRead(_zip);
        using var manifest = JsonDocument.Parse(zip.GetEntry("Misc.CustomerRadar/plugin.json")!.Open());
        var version = manifest.RootElement.GetProperty("Version").GetString();

        Assert.That(typeof(CustomerRadarPlugin).Assembly.GetName().Version!.ToString(3), Is.EqualTo(version));
        Assert.That(manifest.RootElement.GetProperty("SupportedVersions")[0].GetString(), Is.EqualTo("4.90"));
    }
}
