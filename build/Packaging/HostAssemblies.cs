namespace CustomerRadar.Packaging;

/// <summary>What a store already has: its own assemblies and those of the shared frameworks.</summary>
public sealed class HostAssemblies
{
    private static readonly Version Framework = new(9, 0, 0, 0);

    private readonly Dictionary<string, Version> _versions;

    private HostAssemblies(Dictionary<string, Version> versions) => _versions = versions;

    /// <summary>Reads the recorded lists.</summary>
    /// <param name="folder">The folder with <c>host-assemblies.txt</c> and <c>framework-assemblies.txt</c>.</param>
    public static HostAssemblies Read(string folder)
    {
        var versions = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Lines(Path.Combine(folder, "framework-assemblies.txt")))
            versions[name] = Framework;
        // The store's own copy of a framework assembly is the newer of the two, and the one that is bound.
        foreach (var parts in Lines(Path.Combine(folder, "host-assemblies.txt")).Select(line => line.Split(' ')))
            versions[parts[0]] = Version.Parse(parts[1]);
        return new HostAssemblies(versions);
    }

    /// <summary>For tests.</summary>
    public static HostAssemblies Of(params (string Name, string Version)[] assemblies) =>
        new(assemblies.ToDictionary(assembly => assembly.Name, assembly => Version.Parse(assembly.Version), StringComparer.OrdinalIgnoreCase));

    /// <summary>The version that the store has; null when it has none.</summary>
    public Version? Find(string name) => _versions.GetValueOrDefault(name);

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
}
