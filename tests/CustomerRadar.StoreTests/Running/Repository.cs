namespace CustomerRadar.StoreTests.Running;

/// <summary>Where the repository is, seen from a test's output folder.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where the tests leave what a person may want to look at.</summary>
    public static string Output => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "store-tests")).FullName;

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CustomerRadar.Plugin.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } above ? Find(above)
        : throw new DirectoryNotFoundException("CustomerRadar.Plugin.sln is in none of the folders above the tests.");
}
