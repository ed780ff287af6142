using CustomerRadar.TestRun.Processes;

namespace CustomerRadar.TestRun.Servers;

/// <summary>libfaketime, which shows a program another wall clock when the loader of Linux puts it first.</summary>
public static class FakeTimeLibrary
{
    /// <summary>The environment variable with the library's path, for the caller to set or for the tests to read.</summary>
    public const string Variable = "CUSTOMERRADAR_TEST_FAKETIME";

    /// <summary>Debian's package: the library alone.</summary>
    public const string Package = "libfaketime";

    // The one for programs with threads.
    private const string File = "libfaketimeMT.so.1";

    private static readonly string[] UsualFolders = ["/usr/lib/*/faketime", "/usr/lib64/faketime", "/usr/lib/faketime"];

    /// <summary>Its path, or null.</summary>
    public static string? Find() =>
        UsualFolders.SelectMany(Executables.Folders).Select(folder => Path.Combine(folder, File)).FirstOrDefault(System.IO.File.Exists);
}
