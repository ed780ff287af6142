using System.Reflection;
using CustomerRadar.Surfaces;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Declarations;

/// <summary>Asks .NET and ASP.NET Core themselves for what nopCommerce's types inherit from them.</summary>
internal static class FrameworkMembers
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Lazy<Assembly[]> Assemblies = new(() =>
    [
        typeof(object).Assembly,
        .. Directory.GetFiles(AppContext.BaseDirectory, "Nop.*.dll")
            .SelectMany(file => Assembly.LoadFrom(file).GetReferencedAssemblies())
            .Where(name => !name.Name!.StartsWith("Nop.", StringComparison.Ordinal))
            .DistinctBy(name => name.Name)
            .Select(Assembly.Load),
    ]);

    /// <summary>Whether the type, or what it derives from, has a member of that name and number of parameters.</summary>
    public static bool Has(string written, MemberUse use)
    {
        var plain = written.Split('<')[0];
        var name = plain.Contains('.', StringComparison.Ordinal) ? plain : "System." + plain;
        var arity = written.Contains('<', StringComparison.Ordinal) ? $"`{written.Count(character => character == ',') + 1}" : "";
        var type = Assemblies.Value.Select(assembly => assembly.GetType(name + arity)).FirstOrDefault(found => found is not null);
        return type?.GetMember(use.Name, All).Any(member => member is not MethodBase method || use.ParameterCount is null || method.GetParameters().Length == use.ParameterCount) ?? false;
    }
}
