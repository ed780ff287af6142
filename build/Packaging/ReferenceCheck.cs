namespace CustomerRadar.Packaging;

/// <summary>
/// Every assembly reference in the package must be inside it, or at most as high as what the store has: a plugin that asks for a higher
/// version ends the whole store at its start.
/// </summary>
public static class ReferenceCheck
{
    /// <summary>What is wrong, each with its file; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<PackageAssembly> package, HostAssemblies host)
    {
        var faults = new List<string>();
        var shared = package
            .Where(assembly => assembly.IsAtRoot)
            .SelectMany(assembly => assembly.References.Select(reference => reference.Name).Append(assembly.Name))
            .ToHashSet();
        foreach (var assembly in package)
        {
            if (!string.Equals(Path.GetFileNameWithoutExtension(assembly.Path), assembly.Name, StringComparison.Ordinal))
                faults.Add($"{assembly.Path}: is the assembly {assembly.Name}; under another name it is not found.");
            if (IsFrameworks(assembly.Name))
                faults.Add($"{assembly.Path}: belongs to the framework that the store runs on; the types of a second copy would not be the store's.");
            if (!assembly.IsAtRoot && shared.Contains(assembly.Name))
                faults.Add($"{assembly.Path}: {assembly.Name} is used by the root as well; the types of a second copy would not be the root's.");
            if (assembly.IsAtRoot && host.Find(assembly.Name) is { } theirs)
                faults.Add($"{assembly.Path}: the store has {assembly.Name} {theirs} itself and would never load this file.");
            if (!assembly.IsAtRoot && host.Find(assembly.Name) is { } same && same >= assembly.Version)
                faults.Add($"{assembly.Path}: the store has {assembly.Name} {same} itself, which is not older; leave it out.");
            faults.AddRange(assembly.References
                .Where(reference => !IsThere(reference, assembly.IsAtRoot, package, host))
                .Select(reference => $"{assembly.Path}: refers to {reference.Name} {reference.Version}, {What(reference, package, host)}."));
        }

        return faults;
    }

    private static bool IsThere((string Name, Version Version) reference, bool fromRoot, IReadOnlyList<PackageAssembly> package, HostAssemblies host)
    {
        // The upper floor looks into lib/ first; the lower one never does.
        var inside = package.FirstOrDefault(assembly => assembly.Name == reference.Name && (assembly.IsAtRoot || !fromRoot));
        return inside is not null ? inside.Version >= reference.Version : host.Find(reference.Name) >= reference.Version;
    }

    private static bool IsFrameworks(string name) =>
        name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal);

    private static string What((string Name, Version Version) reference, IReadOnlyList<PackageAssembly> package, HostAssemblies host) =>
        package.FirstOrDefault(assembly => assembly.Name == reference.Name) is { } inside ? $"the package has {inside.Path} {inside.Version}"
        : host.Find(reference.Name) is { } theirs ? $"the store has {theirs}"
        : "which is neither in the package nor in the store";
}
