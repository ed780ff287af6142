using CustomerRadar.TestRun.Processes;
using CustomerRadar.TestRun.Results;

namespace CustomerRadar.TestRun;

/// <summary>Builds and runs test projects with the SDK's own tools.</summary>
/// <param name="repository">The root of the clone.</param>
/// <param name="options">What the caller asked for.</param>
/// <param name="results">A folder for the reports.</param>
/// <param name="environment">What the tests need to know.</param>
/// <param name="say">Tells the caller.</param>
public sealed class TestRunner(
    string repository, TestRunOptions options, string results, IReadOnlyDictionary<string, string> environment, Action<string> say)
{
    /// <summary>A test that says nothing for so long is taken for hung.</summary>
    private const string HangTime = "15min";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LockPoll = TimeSpan.FromSeconds(1);

    // The reader of the results knows English only.
    private readonly Dictionary<string, string> _environment =
        new(environment) { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["VSLANG"] = "1033", ["DOTNET_NOLOGO"] = "1" };

    /// <summary>Builds the solution, or a project alone; false when that fails.</summary>
    public async Task<bool> BuildAsync(string target, CancellationToken cancellationToken)
    {
        await using var turn = await BuildTurnAsync(cancellationToken);
        var result = await WithHeartbeatAsync(
            $"building {Path.GetFileName(target)}",
            DotnetAsync(["build", target, "-c", options.Configuration, "-v", "quiet", "--nologo", "-tl:off"], cancellationToken));
        if (result.ExitCode != 0)
            result.Output.Where(line => line.Length > 0).Distinct().ToList().ForEach(say);
        return result.ExitCode == 0;
    }

    public async Task<ProjectResult> RunAsync(string project, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        if (TestProjects.Assembly(project, options.Configuration) is not { } assembly)
            return ProjectResult.Broken(name, $"It has no {options.Configuration} build: build it, or add it to the solution.");

        var report = Path.Combine(results, name + ".trx");
        string[] filter = options.Filter is null ? [] : [$"--TestCaseFilter:{options.Filter}"];
        var run = await WithHeartbeatAsync(name, DotnetAsync(
            [
                "vstest", assembly, .. filter, $"--logger:trx;LogFileName={report}", $"--ResultsDirectory:{results}",
                $"--Blame:CollectHangDump;TestTimeout={HangTime};HangDumpType=None",
            ], cancellationToken));
        return ProjectResult.From(name, run.ExitCode, TrxReport.Read(report), run.Output);
    }

    private Task<CommandResult> DotnetAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        new Command("dotnet", arguments) { WorkingDirectory = repository, Environment = _environment }.RunAsync(cancellationToken);

    /// <summary>Two runs in one clone build one after the other.</summary>
    private async Task<FileStream> BuildTurnAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(repository, "artifacts")).FullName, "test-build.lock");
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                if (!told)
                    say("Waiting for another run to build");
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }

    private async Task<T> WithHeartbeatAsync<T>(string what, Task<T> work)
    {
        for (var waited = Heartbeat; await Task.WhenAny(work, Task.Delay(Heartbeat)) != work; waited += Heartbeat)
            say($"  ... {what}, {waited.TotalSeconds:0} s");
        return await work;
    }
}
