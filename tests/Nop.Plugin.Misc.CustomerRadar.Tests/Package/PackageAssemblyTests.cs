using CustomerRadar.Packaging;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Package;

public sealed class PackageAssemblyTests
{
    [Test]
    public void Read_Assembly_GivesNameVersionAndReferences()
    {
        using var content = File.OpenRead(typeof(CustomerRadarPlugin).Assembly.Location);

        var assembly = PackageAssembly.Read("Nop.Plugin.Misc.CustomerRadar.dll", content)!;

        Assert.That(assembly.Name, Is.EqualTo("Nop.Plugin.Misc.CustomerRadar"));
        Assert.That(assembly.References, Has.Member(("Nop.Core", new Version(4, 90, 0, 0))));
    }

    [Test]
    public void Read_NativeLibrary_IsNull()
    {
        using var content = new MemoryStream([0x7F, .. "ELF"u8, .. new byte[200]]);

        Assert.That(PackageAssembly.Read("lib/native.dll", content), Is.Null);
    }

    [Test]
    public void Assemblies_NativeLibrary_IsAFault()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [0x7F, .. "ELF"u8, .. new byte[200]]);
            var faults = new List<string>();

            var assemblies = PluginPackage.Assemblies([("lib/native.dll", file)], faults);

            Assert.That(assemblies, Is.Empty);
            Assert.That(faults, Is.EqualTo(new[] { "lib/native.dll: is a native library, which the store does not load." }));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
