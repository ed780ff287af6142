using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerRadar.Core;
using CustomerRadar.Gateway.Hosting;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Gateway.Tests;

/// <summary>A gateway, on SQLite unless another database is given, with a sandbox, both in this process, on real sockets.</summary>
internal sealed partial class GatewayHost : IAsyncDisposable
{
    public const string Secret = "the secret of the tests";

    public const string Key = "the operator of the tests";

    // Once, so that a sample delivered again over midnight is the same.
    private static readonly DateTimeOffset Today = TimeProvider.System.GetUtcNow();

    private readonly WebApplication _app;
    private readonly ITestDatabase _database;

    private GatewayHost(WebApplication app, ITestDatabase database, SandboxApp sandbox)
    {
        _app = app;
        _database = database;
        Sandbox = sandbox;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public SandboxApp Sandbox { get; }

    public HttpClient Http { get; }

    public static async Task<GatewayHost> StartAsync(DatabaseProduct product = DatabaseProduct.Sqlite, ITestDatabase? given = null)
    {
        Environment.SetEnvironmentVariable("CALCOM_SECRET", Secret);
        var database = given ?? new SqliteDatabase();
        var sandbox = await SandboxApp.StartAsync();
        var app = await GatewayApp.BuildAsync(
            [
                "--urls", "http://127.0.0.1:0",
                "--CustomerRadar:BaseUrl", sandbox.Address.ToString(),
                "--CustomerRadar:Username", "testing",
                "--CustomerRadar:Password", "testing12345",
                "--CustomerRadar:ClientDisplayId", "8291a9ed952342c5b5fe2915f2189e7c",
                "--CustomerRadar:HomeCountry", "NZ",
                "--Storage:Provider", product.ToString(),
                "--Storage:ConnectionString", database.ConnectionString,
                "--Gateway:Configuration", Path.Combine(AppContext.BaseDirectory, "samples", "gateway.json"),
                "--Gateway:OperatorKey", Key,
                "--Gateway:MaximumWebhookBytes", "4096",
                // A moved row is found by the sweep.
                "--Gateway:SweepSeconds", "5",
            ],
            builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return new GatewayHost(app, database, sandbox);
    }

    /// <summary>
    /// A sample delivery. The samples are of the first days of March 2026, and what has been due for a month is not sent: the fourth becomes yesterday.
    /// </summary>
    public static byte[] Sample(string name)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "calcom", name + ".json"));
        return Encoding.UTF8.GetBytes(Lately(text));
    }

    /// <summary>A text with every day of the samples moved to lately.</summary>
    public static string Lately(string text) => DayOfSamples().Replace(text, day =>
        Today.AddDays(int.Parse(day.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public async Task<(int Status, JsonElement Answer)> DeliverAsync(byte[] body, string? signature = null, string source = "calcom")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/{source}") { Content = new ByteArrayContent(body) };
        var sent = signature ?? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        if (sent.Length > 0)
            request.Headers.Add("X-Cal-Signature-256", sent);
        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>The only row of a subject, once it is in a final state.</summary>
    public async Task<JsonElement> FinalAsync(string subject)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var found = await Http.GetFromJsonAsync<JsonElement>($"/api/invitations?subject={subject}", patience.Token);
            var row = found.GetProperty("items").EnumerateArray().Single();
            if (row.GetProperty("state").GetString() is not ("Pending" or "Sending"))
                return row;
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }

    [GeneratedRegex(@"\b2026-03-(\d\d)")]
    private static partial Regex DayOfSamples();
}
