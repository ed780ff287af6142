using System.Reflection;
using System.Runtime.Loader;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>
/// The second floor of the package: what lies in <c>lib/</c> is loaded here, whatever version of the same name the store or another
/// plugin has loaded; everything else falls back to the store.
/// </summary>
internal sealed class LibraryLoadContext(string folder) : AssemblyLoadContext("Misc.CustomerRadar/lib")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
