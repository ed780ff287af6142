using System.Diagnostics;

namespace CustomerRadar.Running;

/// <summary>The repository, seen from a file-based program in <c>build/</c>.</summary>
public sealed class Repository
{
    /// <summary>Its folder.</summary>
    public string Root { get; } = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));

    /// <summary>Builds a project of <c>src/</c>; what goes wrong is printed by the compiler.</summary>
    public bool Build(string project)
    {
        Console.WriteLine($"      {project}");
        var built = Dotnet("msbuild", $"src/{project}", "-restore", "-p:Configuration=Release", "-v:quiet", "-nologo");
        if (!built)
            Console.Error.WriteLine($"{project} could not be built; the messages above say why.");
        return built;
    }

    /// <summary>Runs a command of the SDK in the repository.</summary>
    public bool Dotnet(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Root };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>The built program of a project.</summary>
    public string Program(string project) => Path.Combine(Root, "src", project, "bin", "Release", "net10.0", project + ".dll");
}
