#:project Surfaces/CustomerRadar.Surfaces.csproj
#:property PublishAot=false

// dotnet run build/facts.cs -- FOLDER
// Records in build/nopCommerce/4.90/surface.txt what a published nopCommerce store (FOLDER, or NOPCOMMERCE_DIR) has of the types and members
// that the declarations beside it name. Run it after a change of the declarations.
using System.Diagnostics;
using CustomerRadar.Surfaces;

var store = args is [var given] ? given : Environment.GetEnvironmentVariable("NOPCOMMERCE_DIR");
if (string.IsNullOrEmpty(store) || store is "--help" or "-h" || args.Length > 1)
{
    Console.Error.WriteLine("dotnet run build/facts.cs -- FOLDER   FOLDER: a published nopCommerce store; else NOPCOMMERCE_DIR names it");
    return 2;
}

var repository = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
const string Plugin = "src/Nop.Plugin.Misc.CustomerRadar";
string[] buildPlugin = ["build", Plugin, "-c", "Debug", "-v", "quiet", "--nologo"];
using (var build = Process.Start(new ProcessStartInfo("dotnet", buildPlugin) { WorkingDirectory = repository })!)
{
    await build.WaitForExitAsync();
    if (build.ExitCode != 0)
        return 1;
}

var declarations = Path.Combine(repository, "build", "nopCommerce", "4.90");
var names = Directory.GetDirectories(declarations).Select(folder => Path.GetFileName(folder)!).ToList();
var declared = Surface.Read(names.Select(name => Path.Combine(declarations, name, "bin", "Debug", "net9.0", name + ".dll")));
if (names.Find(name => !File.Exists(Path.Combine(store, name + ".dll"))) is { } missing)
{
    Console.Error.WriteLine($"{store} is no published nopCommerce store: there is no {missing}.dll in it.");
    return 1;
}

using var plugin = new CompiledAssembly(Path.Combine(repository, Plugin, "bin", "Debug", "net9.0", "Nop.Plugin.Misc.CustomerRadar.dll"));
var recorded = Recording.Reduce(Surface.Read(names.Select(name => Path.Combine(store, name + ".dll"))), declared, plugin);
var file = Path.Combine(declarations, "surface.txt");
var before = File.Exists(file) ? File.ReadAllLines(file) : [];
File.WriteAllText(file, recorded.ToString());
var after = File.ReadAllLines(file);
foreach (var line in before.Except(after))
    Console.WriteLine("- " + line.Trim());
foreach (var line in after.Except(before))
    Console.WriteLine("+ " + line.Trim());
Console.WriteLine($"{Path.GetRelativePath(repository, file)}: {recorded.Types.Count()} types, {recorded.Types.Sum(type => type.Lines.Count)} lines.");

var faults = DeclarationCheck.Faults(declared, recorded, plugin);
foreach (var fault in faults)
    Console.Error.WriteLine(fault);
return faults.Count == 0 ? 0 : 1;
