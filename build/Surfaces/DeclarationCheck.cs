namespace CustomerRadar.Surfaces;

/// <summary>Holds declarations against what nopCommerce really has.</summary>
public static class DeclarationCheck
{
    /// <summary>Every disagreement, in a sentence that names the type; empty when there is none.</summary>
    /// <param name="declared">The declarations, as compiled.</param>
    /// <param name="recorded">The facts.</param>
    /// <param name="plugin">The compiled plugin: of the types that it implements nothing may be missing.</param>
    public static IReadOnlyList<string> Faults(Surface declared, Surface recorded, CompiledAssembly plugin)
    {
        var implemented = Recording.Implemented(recorded, plugin);
        return
        [
            .. declared.Assemblies
                .Select(assembly => (Name: assembly.Key, Declared: assembly.Value, Real: recorded.Assemblies.GetValueOrDefault(assembly.Key)))
                .Where(assembly => assembly.Real != assembly.Declared)
                .Select(assembly =>
                    $"{assembly.Name}: declared as {assembly.Declared}, nopCommerce has {assembly.Real?.ToString() ?? "no such assembly"}."),
            .. declared.Types.SelectMany(type => recorded.Find(type.Key) is { } real
                ? Faults(type, real, implemented.Contains(type.Key))
                : [$"{type.Key}: nopCommerce has no such type."]),
        ];
    }

    private static IEnumerable<string> Faults(SurfaceType declared, SurfaceType real, bool isImplemented)
    {
        if (declared.Header != real.Header)
            yield return $"{real.Key}: declared as \"{declared.Header}\", nopCommerce has \"{real.Header}\".";
        foreach (var line in declared.Lines.Except(real.Lines))
            yield return $"{real.Key}: declared is \"{line}\", nopCommerce has {Alike(real, line)}.";
        var owed = real.Lines.Where(line => line.Kind == 'A' || (isImplemented && Recording.IsDuty(real, line)));
        foreach (var line in owed.Except(declared.Lines))
            yield return $"{real.Key}: nopCommerce has \"{line}\", which is not declared.";
    }

    private static string Alike(SurfaceType real, SurfaceLine line)
    {
        var alike = real.Lines.Where(other => other.Kind == line.Kind && other.Name == line.Name).Select(other => $"\"{other}\"");
        return string.Join(" and ", alike) is { Length: > 0 } found ? found : "nothing of that name";
    }
}
