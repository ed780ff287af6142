using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CustomerRadar.Build.Tests.Architecture;

/// <summary>The house has one direction: adapters -> Jobs, Storage, Phones -> Core. Only Core decides, only Storage knows SQL, only Jobs knows Hangfire.</summary>
public sealed partial class ArrowsTests
{
    private static readonly string Source = Path.Combine(FindRoot(AppContext.BaseDirectory), "src");

    // Project -> the projects it may refer to, and the packages.
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> House = new()
    {
        ["CustomerRadar.Core"] = ([], ["Newtonsoft.Json", "Microsoft.Extensions.*", "System.Threading.RateLimiting"]),
        ["CustomerRadar.Phones"] = (["CustomerRadar.Core"], ["libphonenumber-csharp"]),
        ["CustomerRadar.Storage"] = (["CustomerRadar.Core"], ["Dapper"]),
        ["CustomerRadar.Jobs"] = (["CustomerRadar.Core"], ["Hangfire.*", "Microsoft.Extensions.*", "Npgsql", "Dapper.AOT", "System.Collections.Immutable"]),
        ["CustomerRadar.Gateway"] = (
            ["CustomerRadar.Core", "CustomerRadar.Phones", "CustomerRadar.Storage", "CustomerRadar.Jobs"],
            ["Newtonsoft.Json", "Npgsql", "MySqlConnector", "Microsoft.Data.SqlClient", "Microsoft.Data.Sqlite", "Hangfire.AspNetCore"]),
        ["Nop.Plugin.Misc.CustomerRadar"] = (["CustomerRadar.Core"], ["Npgsql", "Microsoft.Data.SqlClient", "MySqlConnector"]),
        ["CustomerRadar.Sandbox"] = ([], []),
    };

    [Test]
    public void House_EveryProjectOfSrc_StandsInThePlan() =>
        Assert.That(Directory.GetDirectories(Source).Select(Path.GetFileName), Is.EquivalentTo(House.Keys));

    [Test]
    public void Project_RefersOnlyToWhatThePlanAllows([ValueSource(nameof(Projects))] string project)
    {
        var (projects, packages) = House[project];
        var file = XDocument.Load(Path.Combine(Source, project, project + ".csproj"));
        Assert.Multiple(() =>
        {
            Assert.That(References(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))), Is.SubsetOf(projects));
            Assert.That(References(file, "PackageReference").Where(package => !packages.Any(allowed => Matches(package, allowed))), Is.Empty);
        });
    }

    [Test]
    public void Sql_StandsInStorageOnly() =>
        Assert.That(
            FilesWith(Statement()).Where(file => !file.StartsWith("CustomerRadar.Storage/", StringComparison.Ordinal)),
            // Dropping the job library's own schema, and its advisory lock, are the job library's business.
            Is.SubsetOf(new[] { "CustomerRadar.Jobs/Internal/PostgreSqlJobStore.cs", "CustomerRadar.Jobs/Internal/SqlServerJobStore.cs" }));

    [Test]
    public void Hangfire_IsUsedInJobsOnly() =>
        Assert.That(FilesWith(HangfireUse()).Where(file => !file.StartsWith("CustomerRadar.Jobs/", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Sandbox_SharesNoTypeWithTheClient() =>
        Assert.That(FilesWith(ClientUse()).Where(file => file.StartsWith("CustomerRadar.Sandbox/", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Checks_FindWhatTheyLookFor()
    {
        Assert.That(FilesWith(Statement()), Has.Some.StartsWith("CustomerRadar.Storage/"));
        Assert.That(FilesWith(HangfireUse()), Has.Some.StartsWith("CustomerRadar.Jobs/"));
        Assert.That(FilesWith(ClientUse()), Has.Some.StartsWith("CustomerRadar.Gateway/"));
    }

    private static IEnumerable<string> Projects => House.Keys;

    private static IEnumerable<string> References(XDocument file, string kind) =>
        file.Descendants(kind).Select(reference => reference.Attribute("Include")?.Value).OfType<string>();

    private static bool Matches(string package, string allowed) =>
        allowed.EndsWith(".*", StringComparison.Ordinal) ? package.StartsWith(allowed[..^1], StringComparison.Ordinal) : package == allowed;

    private static IReadOnlyList<string> FilesWith(Regex text) =>
    [
        .. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => text.IsMatch(File.ReadAllText(Path.Combine(Source, file)))),
    ];

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "CustomerRadar.Plugin.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } above ? FindRoot(above)
        : throw new DirectoryNotFoundException("CustomerRadar.Plugin.sln is in none of the folders above the tests.");

    [GeneratedRegex(@"\b(INSERT INTO|DELETE FROM|SELECT .+ FROM|UPDATE \w+ SET|CREATE TABLE|drop schema)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^using Hangfire", RegexOptions.Multiline)]
    private static partial Regex HangfireUse();

    [GeneratedRegex(@"^using CustomerRadar\.(Core|Storage|Jobs)", RegexOptions.Multiline)]
    private static partial Regex ClientUse();
}
