#:project Running/CustomerRadar.Running.csproj
#:property PublishAot=false

// dotnet run build/run.cs [-- --once] [--gateway-port N] [--sandbox-port N]
// The main job on embedded defaults: a sandbox of Customer Radar and the gateway, the sample webhooks, and what became of each.
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerRadar.Running;

var repository = new Repository();
if (!Options.TryRead(args, out var options, out var problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.Help)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

using var stop = new StopRequest();

var data = Directory.CreateTempSubdirectory("customerradar-run-").FullName;
var programs = new List<RunningProgram>();
try
{
    Console.WriteLine("1/4 Building the sandbox and the gateway (the first time restores packages; it may take a minute)");
    foreach (var project in new[] { "CustomerRadar.Sandbox", "CustomerRadar.Gateway" })
    {
        if (!repository.Build(project))
            return 1;
    }

    Console.WriteLine("2/4 Starting both");
    var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
    var operatorKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
    var sandbox = RunningProgram.Start(repository.Program("CustomerRadar.Sandbox"), "Sandbox listening on ", ["--urls", $"http://127.0.0.1:{options.SandboxPort}"], new Dictionary<string, string>(), programs);
    var sandboxAddress = await sandbox.AddressAsync(stop.Token);
    var gateway = RunningProgram.Start(
        repository.Program("CustomerRadar.Gateway"),
        "Gateway listening on ",
        ["--urls", $"http://127.0.0.1:{options.GatewayPort}"],
        new Dictionary<string, string>
        {
            ["CALCOM_SECRET"] = secret,
            ["CustomerRadar__BaseUrl"] = sandboxAddress,
            ["CustomerRadar__Username"] = "testing",
            ["CustomerRadar__Password"] = "testing12345",
            ["CustomerRadar__ClientDisplayId"] = "8291a9ed952342c5b5fe2915f2189e7c",
            ["CustomerRadar__HomeCountry"] = "NZ",
            ["CustomerRadar__TimeZone"] = "Pacific/Auckland",
            ["Storage__Provider"] = "Sqlite",
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(data, "gateway.db")}",
            ["Gateway__Configuration"] = Path.Combine(repository.Root, "samples", "gateway.json"),
            ["Gateway__DataFolder"] = data,
            ["Gateway__OperatorKey"] = operatorKey,
            ["Gateway__SweepSeconds"] = "5",
            ["Logging__LogLevel__Default"] = "Warning",
        },
        programs);
    var gatewayAddress = await gateway.AddressAsync(stop.Token);

    Console.WriteLine("3/4 Posting the opt-out and the sample webhooks of samples/run.json, each webhook signed");
    var samples = JsonDocument.Parse(Lately(await File.ReadAllTextAsync(Path.Combine(repository.Root, "samples", "run.json"), stop.Token))).RootElement;
    using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
    await OptOutAsync(http, gatewayAddress, samples.GetProperty("optOuts"), operatorKey);
    var deliveries = new List<Delivery>();
    foreach (var sample in samples.GetProperty("deliveries").EnumerateArray())
    {
        // A cap counts what was sent, so what comes before has to be.
        if (sample.TryGetProperty("settleFirst", out var first) && first.GetBoolean())
            await SettleAsync(http, gatewayAddress, deliveries.FindAll(delivery => delivery.EndsAtOnce));
        deliveries.Add(await PostAsync(http, gatewayAddress, samples, sample, secret));
    }

    Console.WriteLine("4/4 Waiting until every invitation has its outcome");
    await SettleAsync(http, gatewayAddress, deliveries);
    var accepted = await http.GetFromJsonAsync<JsonElement>($"{sandboxAddress}/sandbox/invitations", stop.Token);
    foreach (var delivery in deliveries)
        delivery.Judge(accepted);
    Table.Print(deliveries);

    var good = deliveries.TrueForAll(delivery => delivery.IsAsExpected);
    Console.WriteLine(good
        ? $"All {deliveries.Count} came out as the samples expect. The sandbox holds {accepted.GetArrayLength()} invitations."
        : "Not all came out as the samples expect; see the lines marked NO.");
    if (options.Once)
        return good ? 0 : 1;

    Console.WriteLine();
    Console.WriteLine($"  Gateway, status page          {gatewayAddress}/");
    Console.WriteLine($"  Gateway, API                  {gatewayAddress}/api/invitations");
    Console.WriteLine($"  Sandbox, inbox of invitations {sandboxAddress}/");
    Console.WriteLine("Both go on running; Ctrl+C stops them.");
    await Task.WhenAny(Task.Delay(Timeout.Infinite, stop.Token), programs[0].Ended, programs[1].Ended);
    return good ? 0 : 1;
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
    foreach (var program in Enumerable.Reverse(programs))
        program.Stop();
    Directory.Delete(data, recursive: true);
}

async Task OptOutAsync(HttpClient http, string gateway, JsonElement contacts, string key)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, $"{gateway}/api/opt-outs") { Content = JsonContent.Create(contacts) };
    request.Headers.Add("X-Operator-Key", key);
    using var response = await http.SendAsync(request, stop.Token);
    if (!response.IsSuccessStatusCode)
        throw new StartException($"The opt-out was answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(stop.Token)}");
}

async Task<Delivery> PostAsync(HttpClient http, string gateway, JsonElement samples, JsonElement sample, string secret)
{
    var body = Encoding.UTF8.GetBytes(Lately(await File.ReadAllTextAsync(Path.Combine(repository.Root, "samples", sample.GetProperty("file").GetString()!), stop.Token)));
    var forged = sample.TryGetProperty("forged", out var flag) && flag.GetBoolean();
    var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(forged ? "not the secret" : secret), body);
    using var request = new HttpRequestMessage(HttpMethod.Post, $"{gateway}/webhooks/{samples.GetProperty("source").GetString()}") { Content = new ByteArrayContent(body) };
    request.Headers.Add(samples.GetProperty("header").GetString()!, Convert.ToHexStringLower(signature));
    using var response = await http.SendAsync(request, stop.Token);
    var answer = await response.Content.ReadFromJsonAsync<JsonElement>(stop.Token);
    return new Delivery(sample, (int)response.StatusCode, answer);
}

// The samples are of the first days of March 2026, and what has been due for a month is not sent: the fourth becomes yesterday.
static string Lately(string text) => Regex.Replace(
    text,
    @"\b2026-03-(\d\d)",
    day => DateTimeOffset.UtcNow.AddDays(int.Parse(day.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

// Until all are final, half a minute at the most: what is not by then is shown as it stands.
async Task SettleAsync(HttpClient http, string gateway, List<Delivery> deliveries)
{
    var patience = Stopwatch.StartNew();
    while (true)
    {
        foreach (var delivery in deliveries.Where(delivery => delivery.InvitationId is not null))
        {
            var found = await http.GetFromJsonAsync<JsonElement>($"{gateway}/api/invitations/{delivery.InvitationId}", stop.Token);
            delivery.Invitation = found.GetProperty("invitation");
        }

        if (deliveries.TrueForAll(delivery => delivery.IsSettled) || patience.Elapsed > TimeSpan.FromSeconds(30))
            return;
        await Task.Delay(250, stop.Token);
    }
}

internal sealed record Options(bool Once, bool Help, int GatewayPort, int SandboxPort)
{
    public const string Usage = """
        dotnet run build/run.cs [-- OPTIONS]
          --once             end when the table is shown: exit 0 when all is as expected, else 1
          --gateway-port N   default 5700
          --sandbox-port N   default 5600
        """;

    public static bool TryRead(string[] args, out Options options, out string problem)
    {
        options = new Options(false, false, 5700, 5600);
        problem = "";
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--once":
                    options = options with { Once = true };
                    break;
                case "--help" or "-h":
                    options = options with { Help = true };
                    break;
                case "--gateway-port" or "--sandbox-port" when i + 1 < args.Length && int.TryParse(args[i + 1], out var port) && port is >= 0 and <= 65535:
                    options = args[i] == "--gateway-port" ? options with { GatewayPort = port } : options with { SandboxPort = port };
                    i++;
                    break;
                default:
                    problem = args[i] is "--gateway-port" or "--sandbox-port" ? $"{args[i]} needs a port, 0 to 65535." : $"There is no option {args[i]}.";
                    return false;
            }
        }

        return true;
    }
}

/// <summary>One sample delivery: what was expected, what came.</summary>
internal sealed class Delivery(JsonElement sample, int status, JsonElement answer)
{
    private string? _metadataProblem;

    public string What => Text(sample, "what") ?? "";

    public long? InvitationId => answer.TryGetProperty("invitations", out var ids) && ids.GetArrayLength() > 0 ? ids[0].GetInt64() : null;

    public JsonElement? Invitation { get; set; }

    public string Answer => $"{status} {Text(answer, "result") ?? ""}".Trim();

    public string State => Invitation is { } row ? Text(row, "state")! : "";

    public string Reason => _metadataProblem ?? (Invitation is { } row ? Text(row, "reason") ?? "" : Text(answer, "detail") ?? "");

    public bool EndsAtOnce => Text(sample, "state") is "Accepted" or "Skipped";

    public bool IsSettled => Invitation is not { } row || Text(row, "state") is not ("Pending" or "Sending");

    public bool IsAsExpected =>
        status == sample.GetProperty("status").GetInt32()
        && Text(sample, "result") == Text(answer, "result")
        && (Text(sample, "state") ?? "") == State
        && (Text(sample, "reason") is not { } reason || reason == Reason)
        && (Text(sample, "reasonStarts") is not { } start || Reason.StartsWith(start, StringComparison.Ordinal))
        && _metadataProblem is null;

    /// <summary>Compares the metadata that Customer Radar got with what the sample expects.</summary>
    public void Judge(JsonElement accepted)
    {
        if (!sample.TryGetProperty("metadata", out var wanted))
            return;
        var reference = Invitation is { } row ? Text(row, "reference") : null;
        var mine = accepted.EnumerateArray().Where(invitation => Text(invitation, "reference") == reference).ToList();
        if (mine.Count != 1)
        {
            _metadataProblem = $"The sandbox has it {mine.Count} times.";
            return;
        }

        var got = mine[0].GetProperty("entry").GetProperty("metadata").EnumerateArray().ToDictionary(pair => Text(pair, "key")!, pair => Text(pair, "value"));
        var wrong = wanted.EnumerateObject().FirstOrDefault(pair => !got.TryGetValue(pair.Name, out var value) || value != pair.Value.GetString());
        if (wrong.Value.ValueKind != JsonValueKind.Undefined)
            _metadataProblem = $"Metadata {wrong.Name} is \"{got.GetValueOrDefault(wrong.Name)}\" instead of \"{wrong.Value.GetString()}\".";
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal static class Table
{
    public static void Print(IReadOnlyList<Delivery> deliveries)
    {
        var rows = deliveries.Select(d => new[] { d.What, d.Answer, d.State, d.Reason, d.IsAsExpected ? "yes" : "NO" }).ToList();
        string[] head = ["Delivery", "Answer", "Invitation", "Reason", "As expected"];
        var widths = Enumerable.Range(0, head.Length).Select(i => rows.Max(row => row[i].Length)).Zip(head, (width, title) => Math.Max(width, title.Length)).ToArray();
        Console.WriteLine();
        Line(head, widths);
        Line([.. widths.Select(width => new string('-', width))], widths);
        rows.ForEach(row => Line(row, widths));
        Console.WriteLine();
    }

    private static void Line(string[] cells, int[] widths) =>
        Console.WriteLine("  " + string.Join("  ", cells.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
}
