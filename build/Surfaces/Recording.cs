namespace CustomerRadar.Surfaces;

/// <summary>Chooses what of a surface is worth keeping: what our declarations name, and what code of ours has to implement.</summary>
public static class Recording
{
    /// <summary>
    /// Of every declared type: the first line, the attributes that matter, the interfaces that are declared too (an interface's all),
    /// and all members of a declared name. Of a type that the compiled plugin implements or derives from, also what it has to implement.
    /// </summary>
    public static Surface Reduce(Surface full, Surface declared, CompiledAssembly plugin)
    {
        var implemented = Implemented(full, plugin);
        var assemblies = full.Assemblies.Where(assembly => declared.Assemblies.ContainsKey(assembly.Key));
        return new Surface(assemblies, declared.Types
            .Select(type => full.Find(type.Key) is { } real ? Reduce(real, type, implemented.Contains(type.Key)) : null)
            .OfType<SurfaceType>());
    }

    /// <summary>The types that the plugin implements or derives from, and those that they build on.</summary>
    internal static HashSet<TypeKey> Implemented(Surface full, CompiledAssembly plugin)
    {
        var found = new HashSet<TypeKey>();
        var waiting = new Queue<SurfaceType>(plugin.Foundations.Select(full.Find).OfType<SurfaceType>());
        while (waiting.TryDequeue(out var type))
        {
            if (!found.Add(type.Key))
                continue;
            foreach (var text in type.Lines.Where(line => line.Kind == 'I' && type.IsInterface).Select(line => line.Text).Append(type.Base))
            {
                if (full.FindByText(text) is { } foundation)
                    waiting.Enqueue(foundation);
            }
        }

        return found;
    }

    /// <summary>True for a line that whoever implements or derives from the type cannot leave out.</summary>
    internal static bool IsDuty(SurfaceType type, SurfaceLine line) => type.IsInterface || line.IsAbstract;

    private static SurfaceType Reduce(SurfaceType real, SurfaceType declared, bool isImplemented)
    {
        var names = declared.Lines.Select(line => (line.Kind, line.Name)).ToHashSet();
        return real with
        {
            Lines = [.. real.Lines.Where(line =>
                line.Kind == 'A'
                || (line.Kind == 'I' && real.IsInterface)
                || names.Contains((line.Kind, line.Name))
                || (isImplemented && IsDuty(real, line)))],
        };
    }
}
