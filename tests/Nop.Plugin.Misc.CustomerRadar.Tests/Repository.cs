namespace Nop.Plugin.Misc.CustomerRadar.Tests;

/// <summary>Where the repository is, seen from a test's output folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CustomerRadar.Plugin.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } above ? Find(above)
        : throw new DirectoryNotFoundException("CustomerRadar.Plugin.sln is in none of the folders above the tests.");
}
