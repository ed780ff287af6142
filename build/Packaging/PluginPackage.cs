using System.IO.Compression;

namespace CustomerRadar.Packaging;

/// <summary>Lays the package out and zips it.</summary>
public static class PluginPackage
{
    /// <summary>The one folder at the zip's root, as the store's upload wants it.</summary>
    public const string Root = "Misc.CustomerRadar";

    // Zip cannot say less than a date; the same bytes must come out on every day.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] AtRoot = ["Nop.Plugin.Misc.CustomerRadar.dll", "CustomerRadar.Core.dll"];

    /// <summary>The files of the package: path in the package and path on disk, in order.</summary>
    /// <param name="plugin">The published plugin.</param>
    /// <param name="libraries">The published libraries.</param>
    /// <param name="repository">The repository, for the manifest, the logo and the licence.</param>
    /// <param name="host">What the store has and the package leaves out.</param>
    public static IReadOnlyList<(string Path, string File)> Files(string plugin, string libraries, string repository, HostAssemblies host)
    {
        var files = new List<(string Path, string File)>
        {
            ("plugin.json", Path.Combine(repository, "plugin.json")),
            ("LICENSE.txt", Path.Combine(repository, "LICENSE")),
            ("logo.png", Path.Combine(repository, "src", "Nop.Plugin.Misc.CustomerRadar", "logo.png")),
        };
        files.AddRange(AtRoot.Select(name => (name, Path.Combine(plugin, name))));
        foreach (var file in Directory.EnumerateFiles(libraries, "*.dll"))
        {
            var name = Path.GetFileName(file);
            if (!AtRoot.Contains(name) && name != "Libraries.dll" && !HasItself(host, file))
                files.Add(($"lib/{name}", file));
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The DLLs among the files; a native one is a fault.</summary>
    public static IReadOnlyList<PackageAssembly> Assemblies(IEnumerable<(string Path, string File)> files, ICollection<string> faults)
    {
        var assemblies = new List<PackageAssembly>();
        foreach (var (path, file) in files.Where(file => file.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
        {
            using var content = File.OpenRead(file);
            if (PackageAssembly.Read(path, content) is { } assembly)
                assemblies.Add(assembly);
            else
                faults.Add($"{path}: is a native library, which the store does not load.");
        }

        return assemblies;
    }

    /// <summary>Writes the zip: the same input gives the same bytes.</summary>
    public static void Zip(IEnumerable<(string Path, string File)> files, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, file) in files)
        {
            var entry = zip.CreateEntry($"{Root}/{path}", CompressionLevel.SmallestSize);
            entry.LastWriteTime = Never;
            entry.ExternalAttributes = 0;
            using var from = File.OpenRead(file);
            using var to = entry.Open();
            from.CopyTo(to);
        }
    }

    private static bool HasItself(HostAssemblies host, string file)
    {
        using var content = File.OpenRead(file);
        return PackageAssembly.Read("", content) is { } assembly && host.Find(assembly.Name) >= assembly.Version;
    }
}
