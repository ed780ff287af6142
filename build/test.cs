#:project Running/CustomerRadar.Running.csproj
#:project TestRun/CustomerRadar.TestRun.csproj
#:property PublishAot=false

// dotnet run build/test.cs [-- OPTIONS]
// Provides the database servers that the suite needs, builds the solution, runs every test project and cleans up. The last line is the
// count; exit code 0 only when tests ran and none failed. `dotnet run build/test.cs -- --help` lists the options.
using System.Diagnostics;
using CustomerRadar.Running;
using CustomerRadar.TestRun;
using CustomerRadar.TestRun.Results;
using CustomerRadar.TestRun.Runs;
using CustomerRadar.TestRun.Servers;

TestRunOptions options;
try
{
    options = TestRunOptions.Parse(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

if (options.ShowHelp)
{
    Console.WriteLine(TestRunOptions.Help);
    return 0;
}

using var stop = new StopRequest();
var repository = new Repository().Root;
var results = new List<ProjectResult>();
var complete = false;
try
{
    await using var run = await RunFolder.CreateAsync(RunRecords.OfUser(), Console.WriteLine);
    complete = await RunAsync(run);
}
catch (OperationCanceledException) when (stop.IsMade)
{
    results.Add(ProjectResult.Broken("build/test.cs", "Stopped before the end."));
}
catch (ServerUnavailableException problem)
{
    results.Add(ProjectResult.Broken("build/test.cs", problem.Message));
}
catch (Exception problem)
{
    // Whatever it is: the count still ends the output.
    results.Add(ProjectResult.Broken("build/test.cs", problem.ToString()));
}

foreach (var test in results.SelectMany(result => result.Skipped))
    Console.WriteLine($"Skipped: {test.Name}: {test.Message.ReplaceLineEndings(" ")}");
foreach (var test in results.SelectMany(result => result.Failed))
    Console.WriteLine($"Failed: {test.Name}{Environment.NewLine}  {test.Message.ReplaceLineEndings(Environment.NewLine + "  ")}");
var passed = results.Sum(result => result.Passed);
var failed = results.Sum(result => result.Failed.Count);
if (complete && passed + failed == 0)
    Console.WriteLine("No test ran.");
Console.WriteLine($"{passed} passed, {failed} failed, {results.Sum(result => result.Skipped.Count)} skipped");
return complete && failed == 0 && passed > 0 ? 0 : 1;

async Task<bool> RunAsync(RunFolder run)
{
    var projects = TestProjects.Find(repository)
        .Where(project => Path.GetFileNameWithoutExtension(project).Contains(options.Project ?? "", StringComparison.OrdinalIgnoreCase)).ToList();
    if (projects.Count == 0)
    {
        Console.WriteLine($"No test project is named like {options.Project}. There are:");
        foreach (var project in TestProjects.Find(repository))
            Console.WriteLine($"  {Path.GetFileNameWithoutExtension(project)}");
        return false;
    }

    var strict = Provisioning.IsStrict(Environment.GetEnvironmentVariable("CI"), AptPackages.CanInstall);
    var provisioning = new Provisioning(run, strict, Console.WriteLine);
    await provisioning.ProvideAsync(new PostgreSqlServer(), stop.Token);
    await provisioning.ProvideAsync(new MariaDbServer(), stop.Token);
    await provisioning.ProvideFakeTimeAsync(stop.Token);
    if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("CUSTOMERRADAR_TEST_SQLSERVER")))
        Console.WriteLine("SQL Server: none, its tests are skipped (CUSTOMERRADAR_TEST_SQLSERVER names one)");
    if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("NOPCOMMERCE_URL")))
        Console.WriteLine("nopCommerce store: none, its tests are skipped (docs/store-tests.md)");

    var runner = new TestRunner(repository, options, run.Path, provisioning.Environment, Console.WriteLine);
    foreach (var target in options.Build ? options.Project is null ? [Directory.GetFiles(repository, "*.sln").Single()] : projects : [])
    {
        var clock = Stopwatch.StartNew();
        Console.WriteLine($"Building {Path.GetFileName(target)} ({options.Configuration})");
        if (!await runner.BuildAsync(target, stop.Token))
        {
            results.Add(ProjectResult.Broken(Path.GetFileName(target), "It does not build; the errors stand above."));
            return false;
        }

        Console.WriteLine($"  built in {clock.Elapsed.TotalSeconds:0} s");
    }

    foreach (var project in projects)
    {
        var clock = Stopwatch.StartNew();
        var result = await runner.RunAsync(project, stop.Token);
        results.Add(result);
        var count = result is { Passed: 0, Failed.Count: 0, Skipped.Count: 0 }
            ? "no tests"
            : $"{result.Passed,5} passed, {result.Failed.Count} failed, {result.Skipped.Count} skipped";
        Console.WriteLine($"{Path.GetFileNameWithoutExtension(project),-40} {count}, {clock.Elapsed.TotalSeconds:0.0} s");
    }

    return true;
}
