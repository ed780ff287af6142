using CustomerRadar.Packaging;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Package;

public sealed class ReferenceCheckTests
{
    private static readonly HostAssemblies Host = HostAssemblies.Of(("Newtonsoft.Json", "13.0.0.0"), ("System.Runtime", "9.0.0.0"), ("System.Collections.Immutable", "9.0.0.0"));

    [Test]
    public void Faults_AllInsideOrInTheStore_AreNone() =>
        Assert.That(
            Faults(
                Dll("Main.dll", "Main", "1.0.0.0", ("Newtonsoft.Json", "13.0.0.0"), ("Core", "1.0.0.0")),
                Dll("Core.dll", "Core", "1.0.0.0", ("System.Runtime", "9.0.0.0")),
                Dll("lib/Jobs.dll", "Jobs", "1.0.0.0", ("Core", "1.0.0.0"), ("System.Collections.Immutable", "10.0.0.10")),
                Dll("lib/System.Collections.Immutable.dll", "System.Collections.Immutable", "10.0.0.10", ("System.Runtime", "9.0.0.0"))),
            Is.Empty);

    [Test]
    public void Faults_HigherThanTheStore_NamesFileAndBothVersions() =>
        Assert.That(
            Faults(Dll("Main.dll", "Main", "1.0.0.0", ("Newtonsoft.Json", "14.0.0.0"))),
            Is.EqualTo(new[] { "Main.dll: refers to Newtonsoft.Json 14.0.0.0, the store has 13.0.0.0." }));

    [Test]
    public void Faults_NeitherInsideNorInTheStore_SaysSo() =>
        Assert.That(
            Faults(Dll("lib/Jobs.dll", "Jobs", "1.0.0.0", ("Dapper.AOT", "1.0.0.0"))),
            Is.EqualTo(new[] { "lib/Jobs.dll: refers to Dapper.AOT 1.0.0.0, which is neither in the package nor in the store." }));

    [Test]
    public void Faults_RootRefersToTheUpperFloor_IsOne() =>
        Assert.That(
            Faults(
                Dll("Main.dll", "Main", "1.0.0.0", ("Jobs", "1.0.0.0")),
                Dll("lib/Jobs.dll", "Jobs", "1.0.0.0")),
            Has.One.Contains("Main.dll: refers to Jobs 1.0.0.0"));

    [Test]
    public void Faults_RootRefersToANewerCopyInTheUpperFloor_IsOne() =>
        Assert.That(
            Faults(
                Dll("Main.dll", "Main", "1.0.0.0", ("System.Collections.Immutable", "10.0.0.0")),
                Dll("lib/System.Collections.Immutable.dll", "System.Collections.Immutable", "10.0.0.0")),
            Has.One.Contains("Main.dll: refers to System.Collections.Immutable"));

    [Test]
    public void Faults_OlderCopyInside_IsOne() =>
        Assert.That(
            Faults(
                Dll("lib/Jobs.dll", "Jobs", "1.0.0.0", ("Dapper", "2.1.0.0")),
                Dll("lib/Dapper.dll", "Dapper", "2.0.0.0")),
            Is.EqualTo(new[] { "lib/Jobs.dll: refers to Dapper 2.1.0.0, the package has lib/Dapper.dll 2.0.0.0." }));

    [Test]
    public void Faults_RootFileWithANameOfTheStore_IsOne() =>
        Assert.That(Faults(Dll("Newtonsoft.Json.dll", "Newtonsoft.Json", "14.0.0.0")), Has.One.Contains("would never load this file"));

    [Test]
    public void Faults_CopyOfWhatTheStoreHas_IsOne() =>
        Assert.That(Faults(Dll("lib/Newtonsoft.Json.dll", "Newtonsoft.Json", "13.0.0.0")), Has.One.Contains("leave it out"));

    [TestCase("Microsoft.Extensions.Http.Resilience.dll", "Microsoft.Extensions.Http.Resilience")]
    [TestCase("lib/Microsoft.Extensions.Logging.Abstractions.dll", "Microsoft.Extensions.Logging.Abstractions")]
    [TestCase("lib/Microsoft.AspNetCore.Http.dll", "Microsoft.AspNetCore.Http")]
    public void Faults_PartOfTheFramework_IsOne(string path, string name) =>
        Assert.That(Faults(Dll(path, name, "10.0.0.0")), Has.One.Contains("belongs to the framework"));

    [Test]
    public void Faults_SecondCopyOfWhatTheRootUses_IsOne() =>
        Assert.That(
            Faults(
                Dll("Main.dll", "Main", "1.0.0.0", ("Newtonsoft.Json", "13.0.0.0")),
                Dll("lib/Newtonsoft.Json.dll", "Newtonsoft.Json", "14.0.0.0")),
            Has.One.EqualTo("lib/Newtonsoft.Json.dll: Newtonsoft.Json is used by the root as well; the types of a second copy would not be the root's."));

    [Test]
    public void Faults_SecondCopyOfARootAssembly_IsOne() =>
        Assert.That(
            Faults(Dll("Core.dll", "Core", "1.0.0.0"), Dll("lib/Core.dll", "Core", "1.0.0.0")),
            Has.One.Contains("lib/Core.dll: Core is used by the root as well"));

    [Test]
    public void Faults_FileUnderAnotherName_IsOne() =>
        Assert.That(Faults(Dll("lib/Other.dll", "Jobs", "1.0.0.0")), Is.EqualTo(new[] { "lib/Other.dll: is the assembly Jobs; under another name it is not found." }));

    private static IReadOnlyList<string> Faults(params PackageAssembly[] package) => ReferenceCheck.Faults(package, Host);

    private static PackageAssembly Dll(string path, string name, string version, params (string Name, string Version)[] references) =>
        new(path, name, Version.Parse(version), [.. references.Select(reference => (reference.Name, Version.Parse(reference.Version)))]);
}
