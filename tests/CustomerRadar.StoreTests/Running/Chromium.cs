namespace CustomerRadar.StoreTests.Running;

/// <summary>The browser of this machine: the tests bring none.</summary>
public static class Chromium
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    /// <summary>The path of the program: CHROMIUM_PATH, else the first of the usual names in PATH.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static string Find(Func<string, string?> variable)
    {
        var named = variable("CHROMIUM_PATH");
        if (!string.IsNullOrWhiteSpace(named))
            return File.Exists(named) ? named : throw new InvalidOperationException("CHROMIUM_PATH names no file.");

        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        return (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Programs, (folder, program) => Path.Combine(folder, program + extension))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"No browser: none of {string.Join(", ", Programs)} is in PATH. Install Chromium (on Debian: apt-get install chromium) or set CHROMIUM_PATH.");
    }
}
