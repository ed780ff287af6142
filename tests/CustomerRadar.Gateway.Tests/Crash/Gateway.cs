using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.Crash;

/// <summary>A gateway process that can be killed and started again.</summary>
internal sealed class Gateway(Func<ChildProcess> start) : IAsyncDisposable
{
    private const string Ready = "Gateway listening on ";

    // What has been due for a month is not sent.
    private static readonly string Yesterday = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private ChildProcess? _process;
    private volatile string? _address;

    /// <summary>Its last words.</summary>
    public string Said => string.Join(Environment.NewLine, (_process?.Output ?? []).TakeLast(30));

    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        _process = start();
        var line = await _process.WaitForLineAsync(line => line.StartsWith(Ready, StringComparison.Ordinal), TimeSpan.FromSeconds(60), cancellationToken);
        _address = line[Ready.Length..].Trim();
    }

    /// <summary>SIGKILL, then another process at once.</summary>
    public async Task KillAndRestartAsync(CancellationToken cancellationToken)
    {
        _address = null;
        await _process!.KillAsync();
        await _process.DisposeAsync();
        await ListenAsync(cancellationToken);
    }

    /// <summary>Delivers a booking; false when nobody took it.</summary>
    public async Task<bool> TryDeliverAsync(int number, CancellationToken cancellationToken)
    {
        if (_address is not { } address)
            return false;
        var body = Encoding.UTF8.GetBytes(Delivery(number));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/webhooks/calcom") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Cal-Signature-256", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Gateways.Secret), body)));
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Every row, over all pages.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        for (var page = 1; ; page++)
        {
            var found = await _http.GetFromJsonAsync<JsonElement>($"{_address}/api/invitations?page={page}", cancellationToken);
            var items = found.GetProperty("items").EnumerateArray().Select(item => new Row(item.GetProperty("subject").GetString()!, item.GetProperty("state").GetString()!)).ToList();
            rows.AddRange(items);
            if (items.Count == 0)
                return rows;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _http.Dispose();
    }

    private static string Delivery(int number)
    {
        var booking = Gateways.Booking(number);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"triggerEvent":"BOOKING_CREATED","createdAt":"{{Yesterday}}T09:30:00.000Z","payload":{"uid":"{{booking}}","title":"60min","type":"60min","location":"Queen Street",
            "startTime":"{{Yesterday}}T09:30:00Z","endTime":"{{Yesterday}}T10:30:00Z","organizer":{"name":"Example Stay"},"eventTypeId":7,
            "attendees":[{"email":"guest{{number}}@example.com","name":"Guest Number{{number}}"}],"responses":{} } }
            """);
    }
}
