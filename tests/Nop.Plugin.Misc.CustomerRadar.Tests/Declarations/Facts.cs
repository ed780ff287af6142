using CustomerRadar.Surfaces;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

/// <summary>The three things that are held against each other: the declarations and the plugin as compiled, and the recorded facts.</summary>
internal static class Facts
{
    private static readonly string[] Assemblies = [.. Directory
        .GetDirectories(Path.Combine(Repository.Root, "build", "nopCommerce", "4.90"))
        .Select(folder => Path.GetFileName(folder))];

    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "build", "nopCommerce", "4.90", "surface.txt")).ReplaceLineEndings("\n");

    public static Surface Recorded { get; } = Surface.Parse(Text);

    public static Surface Declared { get; } = ReadFrom(AppContext.BaseDirectory);

    public static Surface ReadFrom(string folder) => Surface.Read(Assemblies.Select(name => Path.Combine(folder, name + ".dll")));

    public static CompiledAssembly Plugin() => new(typeof(CustomerRadarPlugin).Assembly.Location);

    /// <summary>The facts as they would be if nopCommerce were different in one place.</summary>
    public static Surface Changed(string from, string to) =>
        Text.Contains(from, StringComparison.Ordinal)
            ? Surface.Parse(Text.Replace(from, to, StringComparison.Ordinal))
            : throw new ArgumentException($"Not in the recorded facts: {from}", nameof(from));
}
