namespace CustomerRadar.TestRun;

/// <summary>The test projects of the repository, by the convention that Directory.Build.props keeps: under tests/, named …Tests.</summary>
public static class TestProjects
{
    public static IReadOnlyList<string> Find(string repository) =>
        [.. Directory.EnumerateFiles(Path.Combine(repository, "tests"), "*Tests.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The assembly that a project was last built into, or null.</summary>
    public static string? Assembly(string project, string configuration)
    {
        var output = Path.Combine(Path.GetDirectoryName(project)!, "bin", configuration);
        return Directory.Exists(output)
            ? Directory.EnumerateFiles(output, Path.GetFileNameWithoutExtension(project) + ".dll", SearchOption.AllDirectories)
                .Where(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")))
                .MaxBy(File.GetLastWriteTimeUtc)
            : null;
    }
}
