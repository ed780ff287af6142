#:project Packaging/CustomerRadar.Packaging.csproj
#:property PublishAot=false

// dotnet run build/pack.cs [-- --out FOLDER]
// Builds the plugin's upload package: artifacts/Misc.CustomerRadar-VERSION.zip, the same bytes for the same source.
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using CustomerRadar.Packaging;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine("dotnet run build/pack.cs [-- --out FOLDER]   builds the upload package; default folder: artifacts");
    return 0;
}

if (args is not ([] or ["--out", _]))
{
    Console.Error.WriteLine($"Unknown arguments: {string.Join(' ', args)}. There is only --out FOLDER.");
    return 2;
}

var repository = Repository();
var output = Path.GetFullPath(args is ["--out", var folder] ? folder : Path.Combine(repository, "artifacts"));
var work = Path.Combine(output, "pack");
if (Directory.Exists(work))
    Directory.Delete(work, recursive: true);

Console.WriteLine("1/3 Publishing the plugin and its libraries");
if (!Publish("src/Nop.Plugin.Misc.CustomerRadar", "plugin") || !Publish("build/Packaging/Libraries", "libraries"))
    return 1;

Console.WriteLine("2/3 Checking every assembly reference against what a store has");
var host = HostAssemblies.Read(Path.Combine(repository, "build", "nopCommerce", "4.90"));
var files = PluginPackage.Files(Path.Combine(work, "plugin"), Path.Combine(work, "libraries"), repository, host);
var faults = new List<string>();
faults.AddRange(ReferenceCheck.Faults(PluginPackage.Assemblies(files, faults), host));
if (faults.Count > 0)
{
    Console.Error.WriteLine("No package was made:");
    faults.ForEach(fault => Console.Error.WriteLine("  " + fault));
    return 1;
}

Console.WriteLine("3/3 Zipping");
using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(repository, "plugin.json")));
var zip = Path.Combine(output, $"{PluginPackage.Root}-{manifest.RootElement.GetProperty("Version").GetString()}.zip");
using (var stream = File.Create(zip))
    PluginPackage.Zip(files, stream);

foreach (var (path, file) in files)
    Console.WriteLine($"  {new FileInfo(file).Length,10:N0}  {path}");
Console.WriteLine($"{zip}: {new FileInfo(zip).Length:N0} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(zip)))}");
return 0;

bool Publish(string project, string name)
{
    var start = new ProcessStartInfo("dotnet") { WorkingDirectory = repository };
    foreach (var argument in new[] { "publish", project, "-c", "Release", "-o", Path.Combine(work, name), "-v", "quiet", "--nologo", "-p:DebugType=none" })
        start.ArgumentList.Add(argument);
    using var process = Process.Start(start)!;
    process.WaitForExit();
    if (process.ExitCode != 0)
        Console.Error.WriteLine($"Publishing {project} failed; the messages above say why.");
    return process.ExitCode == 0;
}

static string Repository() => Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
