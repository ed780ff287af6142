using System.Diagnostics;
using CustomerRadar.Packaging;

namespace CustomerRadar.StoreTests.Running;

/// <summary>The upload package under test.</summary>
public static class PluginZip
{
    /// <summary>The path of the zip: what CUSTOMERRADAR_PACKAGE names (seen from the repository), else made now from the sources.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, or it could not be made; the message says why.</exception>
    public static async Task<string> ProvideAsync()
    {
        if (Environment.GetEnvironmentVariable("CUSTOMERRADAR_PACKAGE") is { Length: > 0 } given)
        {
            var file = Path.Combine(Repository.Root, given);
            return File.Exists(file) ? file : throw new InvalidOperationException("CUSTOMERRADAR_PACKAGE names no file.");
        }

        var output = Path.Combine(Repository.Output, "package");
        var start = new ProcessStartInfo("dotnet", ["run", "build/pack.cs", "--", "--out", output])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Directory.GetFiles(output, PluginPackage.Root + "-*.zip").OrderByDescending(File.GetLastWriteTimeUtc).First()
            : throw new InvalidOperationException($"The package could not be made:{Environment.NewLine}{await said}{await complained}");
    }
}
