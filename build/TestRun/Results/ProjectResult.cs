namespace CustomerRadar.TestRun.Results;

/// <summary>What became of one test project's tests.</summary>
public sealed record ProjectResult(int Passed, IReadOnlyList<TestNote> Failed, IReadOnlyList<TestNote> Skipped)
{
    private const int ShownLines = 40;

    /// <summary>A project that could not be run counts as one failed test of its name.</summary>
    public static ProjectResult Broken(string project, string message) => new(0, [new TestNote(project, message)], []);

    /// <summary>
    /// Puts together what the runner said: tests that a crash left out, a broken fixture end or a bad exit code without a failed test are one
    /// more failure, named after the project.
    /// </summary>
    /// <param name="project">The project's name.</param>
    /// <param name="exitCode">The runner's exit code.</param>
    /// <param name="report">The runner's report, or null when there is none that can be read.</param>
    /// <param name="output">The runner's last lines.</param>
    public static ProjectResult From(string project, int exitCode, TrxReport? report, IReadOnlyList<string> output)
    {
        if (report is null)
            return Broken(project, Shortened($"The test host left no report (exit code {exitCode}).", output));

        var aborted = report.Errors.Any(error => error.StartsWith("The active test run was aborted", StringComparison.Ordinal));
        var brokenEnd = report.Errors.Any(error => error.StartsWith("TearDown failed", StringComparison.Ordinal));
        if (!aborted && !brokenEnd && (exitCode == 0 || report.Failed.Count > 0))
            return new ProjectResult(report.Passed, report.Failed, report.Skipped);

        var what = aborted ? "The test host crashed or hung; tests after it did not run." : $"The test host reported an error (exit code {exitCode}).";
        var said = report.Errors.SelectMany(error => error.Split('\n', StringSplitOptions.TrimEntries));
        return new ProjectResult(
            report.Passed, [.. report.Failed, new TestNote(project, Shortened(what, [.. RunningTests(output), .. said]))], report.Skipped);
    }

    private static IEnumerable<string> RunningTests(IReadOnlyList<string> output) =>
        output.SkipWhile(line => !line.StartsWith("The test running when the crash occurred", StringComparison.Ordinal)
                && !line.StartsWith("The tests running when the crash occurred", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0);

    private static string Shortened(string first, IEnumerable<string> lines) =>
        string.Join('\n', lines.Where(line => line.Length > 0).Take(ShownLines).Prepend(first));
}
