namespace CustomerRadar.TestRun.Processes;

/// <summary>Looks programs up by name.</summary>
public static class Executables
{
    /// <summary>The program's path, or null.</summary>
    public static string? InPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => In(folder, program))
            .FirstOrDefault(file => file is not null);

    /// <summary>The program's path in a folder, or null.</summary>
    public static string? In(string folder, string program)
    {
        var file = Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);
        return File.Exists(file) ? file : null;
    }

    /// <summary>The folders that a pattern such as <c>/usr/lib/postgresql/*/bin</c> stands for, highest version first.</summary>
    public static IEnumerable<string> Folders(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.Split('*') is not [var before, var after])
            return Directory.Exists(pattern) ? [pattern] : [];
        var parent = Path.GetDirectoryName(before) ?? "";
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, Path.GetFileName(before) + "*")
                .OrderByDescending(VersionOf)
                .Select(folder => folder + after)
                .Where(Directory.Exists)
            : [];
    }

    private static Version VersionOf(string folder)
    {
        var digits = new string([.. Path.GetFileName(folder).SkipWhile(character => !char.IsAsciiDigit(character)).TakeWhile(character => char.IsAsciiDigit(character) || character == '.')]);
        return Version.TryParse(digits.Contains('.', StringComparison.Ordinal) ? digits : digits + ".0", out var version) ? version : new Version(0, 0);
    }
}
