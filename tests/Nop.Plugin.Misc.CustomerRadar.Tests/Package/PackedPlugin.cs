using System.Diagnostics;
using System.IO.Compression;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Package;

/// <summary>The upload package, made once for all tests by the program that a person would run.</summary>
[SetUpFixture]
public sealed class PackedPlugin
{
    private static readonly Lazy<Task<string>> First = new(() => PackAsync("first"));
    private static string? _folder;

    private static string Folder => _folder ??= Directory.CreateTempSubdirectory("customerradar-pack-").FullName;

    /// <summary>The zip.</summary>
    public static Task<string> ZipAsync() => First.Value;

    /// <summary>The folder of the upper floor, unpacked.</summary>
    public static async Task<string> LibrariesAsync()
    {
        var unpacked = Path.Combine(Folder, "unpacked");
        if (!Directory.Exists(unpacked))
            ZipFile.ExtractToDirectory(await ZipAsync(), unpacked);
        return Path.Combine(unpacked, "Misc.CustomerRadar", "lib");
    }

    /// <summary>Makes it once more, in another folder.</summary>
    public static async Task<string> PackAsync(string name)
    {
        var output = Path.Combine(Folder, name);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "run", "build/pack.cs", "--", "--out", output })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.Zero, await said + await complained);
        return Directory.GetFiles(output, "*.zip").Single();
    }

    /// <summary>Removes what was made.</summary>
    [OneTimeTearDown]
    public void CleanUp()
    {
        try
        {
            if (_folder is not null)
                Directory.Delete(_folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps loaded assemblies locked until the process ends; the temporary folder is its to clear.
        }
    }
}
