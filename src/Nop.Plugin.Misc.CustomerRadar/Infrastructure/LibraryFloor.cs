using System.Reflection;
using CustomerRadar.Core;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>
/// Opens the libraries in <c>lib/</c>. The plugin's own assembly refers to none of them, not even in a method body: the store walks
/// all its types before any code of ours runs.
/// </summary>
internal static class LibraryFloor
{
    private static readonly (string Assembly, string Module)[] Libraries =
    [
        ("CustomerRadar.Storage", "CustomerRadar.Storage.StorageModule"),
        ("CustomerRadar.Jobs", "CustomerRadar.Jobs.JobsModule"),
        ("CustomerRadar.Phones", "CustomerRadar.Phones.PhonesModule"),
    ];

    // One for the life of the process: a second one would load everything twice.
    private static readonly Lazy<IReadOnlyList<ILibraryModule>> Opened = new(Open);

    /// <summary>The modules of the libraries.</summary>
    /// <exception cref="FileNotFoundException">A file of the package is missing.</exception>
    public static IReadOnlyList<ILibraryModule> Modules => Opened.Value;

    private static IReadOnlyList<ILibraryModule> Open()
    {
        var home = Path.GetDirectoryName(typeof(LibraryFloor).Assembly.Location)!;
        var context = new LibraryLoadContext(Path.Combine(home, "lib"));
        return [.. Libraries.Select(library => Module(context.LoadFromAssemblyName(new AssemblyName(library.Assembly)), library.Module))];
    }

    private static ILibraryModule Module(Assembly assembly, string typeName) =>
        (ILibraryModule)Activator.CreateInstance(assembly.GetType(typeName, throwOnError: true)!)!;
}
