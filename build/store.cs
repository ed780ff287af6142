#:project Running/CustomerRadar.Running.csproj
#:project Packaging/CustomerRadar.Packaging.csproj
#:property PublishAot=false

// dotnet run build/store.cs -- --nop DIR [--remove]
// Puts the package into an installed nopCommerce 4.90 store and starts it beside a sandbox of Customer Radar.
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using CustomerRadar.Packaging;
using CustomerRadar.Running;

const string Usage = """
    dotnet run build/store.cs -- --nop DIR [OPTIONS]
      --nop DIR          the folder of an installed store (Nop.Web.dll is in it); NOPCOMMERCE_DIR does the same
      --remove           take the plugin's files out of the store again, and end
      --port N           where the store listens, default 5650
      --sandbox-port N   where the sandbox listens, default 5600
    """;

if (!TryRead(args, out var store, out var remove, out var port, out var sandboxPort, out var problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Usage);
    return 2;
}

var installed = new StorePlugins(store);
if (remove)
{
    installed.Remove();
    Console.WriteLine($"{PluginPackage.Root} is out of {store}. Its tables and settings stay: uninstall it in the admin first to have them removed.");
    return 0;
}

using var stop = new StopRequest();

var repository = new Repository();
var programs = new List<RunningProgram>();
try
{
    Console.WriteLine("1/3 Making the package");
    if (!repository.Dotnet("run", "build/pack.cs") || !repository.Build("CustomerRadar.Sandbox"))
        return 1;

    Console.WriteLine($"2/3 Putting it into {store}");
    installed.Add(Directory.GetFiles(Path.Combine(repository.Root, "artifacts"), PluginPackage.Root + "-*.zip").OrderByDescending(File.GetLastWriteTimeUtc).First());

    Console.WriteLine("3/3 Starting sandbox and store (the first start installs the plugin)");
    var sandbox = RunningProgram.Start(
        repository.Program("CustomerRadar.Sandbox"),
        "Sandbox listening on ",
        ["--urls", $"http://127.0.0.1:{sandboxPort}"],
        new Dictionary<string, string>(),
        programs);
    var sandboxAddress = await sandbox.AddressAsync(stop.Token);
    while (!stop.IsMade)
    {
        var shop = StartStore();
        if (await AnswersAsync(shop))
        {
            Console.WriteLine();
            Console.WriteLine($"  Shop      http://127.0.0.1:{port}/");
            Console.WriteLine($"  Plugin    http://127.0.0.1:{port}/Admin/CustomerRadar/Configure");
            Console.WriteLine($"  Sandbox   {sandboxAddress}/   (API address of the plugin; user testing, password testing12345)");
            Console.WriteLine("Ctrl+C stops both. The store restarts by itself when its admin asks it to.");
        }

        await Task.WhenAny(shop.WaitForExitAsync(), Task.Delay(Timeout.Infinite, stop.Token));
        if (!shop.HasExited)
            shop.Kill(entireProcessTree: true);
        shop.WaitForExit();
        if (shop.ExitCode != 0 && !stop.IsMade)
        {
            Console.Error.WriteLine($"The store ended with exit code {shop.ExitCode}; its messages stand above.");
            return 1;
        }
    }

    return 0;
}
catch (StartException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsMade)
{
    return 130;
}
finally
{
    programs.ForEach(program => program.Stop());
}

Process StartStore()
{
    // The store runs on .NET 9; DOTNET_ROOT may name where that is.
    var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
    var start = new ProcessStartInfo(string.IsNullOrEmpty(root) ? "dotnet" : Path.Combine(root, "dotnet")) { WorkingDirectory = store };
    start.ArgumentList.Add("Nop.Web.dll");
    start.ArgumentList.Add("--urls");
    start.ArgumentList.Add($"http://127.0.0.1:{port}");
    start.Environment["Logging__LogLevel__Default"] = "Warning";
    return Process.Start(start)!;
}

async Task<bool> AnswersAsync(Process shop)
{
    using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
    while (!shop.HasExited && !stop.IsMade)
    {
        try
        {
            using var answer = await http.GetAsync($"http://127.0.0.1:{port}/", stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(500, stop.Token);
        }
    }

    return false;
}

static bool TryRead(string[] args, out string store, out bool remove, out int port, out int sandboxPort, out string problem)
{
    (store, remove, port, sandboxPort, problem) = (Environment.GetEnvironmentVariable("NOPCOMMERCE_DIR") ?? "", false, 5650, 5600, "");
    for (var i = 0; i < args.Length; i++)
    {
        if (args[i] == "--remove")
            remove = true;
        else if (args[i] == "--nop" && i + 1 < args.Length)
            store = args[++i];
        else if (args[i] is "--port" or "--sandbox-port" && i + 1 < args.Length && int.TryParse(args[i + 1], out var number) && number is > 0 and <= 65535)
            (port, sandboxPort, i) = args[i] == "--port" ? (number, sandboxPort, i + 1) : (port, number, i + 1);
        else
            problem = $"{args[i]} is not an option, or its value is missing or wrong.";
    }

    if (problem.Length == 0 && store.Length == 0)
        problem = "Which store? Name its folder with --nop DIR.";
    store = Path.GetFullPath(store.Length == 0 ? "." : store);
    if (problem.Length == 0 && !File.Exists(Path.Combine(store, "Nop.Web.dll")))
        problem = $"{store} is not the folder of a published store: there is no Nop.Web.dll in it.";
    if (problem.Length == 0 && !File.Exists(Path.Combine(store, "App_Data", "plugins.json")))
        problem = $"The store in {store} is not installed yet: start it once and go through its installation page.";
    return problem.Length == 0;
}

/// <summary>The plugins of a store's folder: the files, and the store's own list of what is installed.</summary>
internal sealed class StorePlugins(string store)
{
    private readonly string _folder = Path.Combine(store, "Plugins", PluginPackage.Root);
    private readonly string _list = Path.Combine(store, "App_Data", "plugins.json");

    public void Add(string zip)
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        ZipFile.ExtractToDirectory(zip, Path.Combine(store, "Plugins"));
        var list = Read();
        if (IsIn(list, "InstalledPlugins") || IsIn(list, "PluginNamesToInstall"))
            return;
        // What the admin's "Install" writes; the store does the rest at its next start.
        Names(list, "PluginNamesToInstall").Add(new JsonObject { ["Item1"] = PluginPackage.Root, ["Item2"] = null });
        Write(list);
    }

    public void Remove()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        var list = Read();
        foreach (var name in new[] { "InstalledPlugins", "PluginNamesToInstall" })
        {
            var names = Names(list, name);
            foreach (var ours in names.Where(IsOurs).ToList())
                names.Remove(ours);
        }

        Write(list);
    }

    private static bool IsIn(JsonObject list, string name) => Names(list, name).Any(IsOurs);

    private static bool IsOurs(JsonNode? plugin) =>
        plugin is JsonObject item
            ? item["SystemName"]?.GetValue<string>() == PluginPackage.Root || item["Item1"]?.GetValue<string>() == PluginPackage.Root
            : plugin?.GetValue<string>() == PluginPackage.Root;

    private static JsonArray Names(JsonObject list, string name)
    {
        if (list[name] is JsonArray names)
            return names;
        list[name] = new JsonArray();
        return (JsonArray)list[name]!;
    }

    private JsonObject Read() => JsonNode.Parse(File.ReadAllText(_list))!.AsObject();

    private void Write(JsonObject list) => File.WriteAllText(_list, list.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
