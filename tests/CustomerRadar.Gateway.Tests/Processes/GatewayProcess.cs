using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.Processes;

/// <summary>A gateway process that can be killed and started again.</summary>
internal sealed class GatewayProcess(Func<ChildProcess> start) : IAsyncDisposable
{
    private const string Ready = "Gateway listening on ";
    private const int Deliveries = 20;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private ChildProcess? _process;
    private volatile string? _address;

    /// <summary>Its last words.</summary>
    public string Said => string.Join(Environment.NewLine, (_process?.Output ?? []).TakeLast(30));

    /// <summary>Whether a line of its output has this text.</summary>
    public bool HasSaid(string text) => _process!.Output.Any(line => line.Contains(text, StringComparison.Ordinal));

    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        _process = start();
        var line = await _process.WaitForLineAsync(line => line.StartsWith(Ready, StringComparison.Ordinal), TimeSpan.FromSeconds(60), cancellationToken);
        _address = line[Ready.Length..].Trim();
    }

    /// <summary>SIGKILL, then another process at once.</summary>
    public async Task KillAndRestartAsync(CancellationToken cancellationToken)
    {
        await KillAsync();
        await _process!.DisposeAsync();
        await ListenAsync(cancellationToken);
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync()
    {
        _address = null;
        return _process!.KillAsync();
    }

    /// <summary>Delivers a booking and returns what the answer calls it; null when nobody took it.</summary>
    public Task<string?> TryDeliverAsync(Booking booking, CancellationToken cancellationToken) => TryDeliverAsync(booking.Delivery(), cancellationToken);

    /// <summary>Delivers as a platform does: again when nobody took it, up to 20 times. Returns what the answer that took it calls it.</summary>
    public async Task<string> DeliverAsync(string delivery, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Deliveries; attempt++)
        {
            if (await TryDeliverAsync(delivery, cancellationToken) is { } result)
                return result;
        }

        throw new AssertionException($"Nobody took it in {Deliveries} deliveries. The gateway said:{Environment.NewLine}{Said}");
    }

    private async Task<string?> TryDeliverAsync(string delivery, CancellationToken cancellationToken)
    {
        if (_address is not { } address)
            return null;
        var body = Encoding.UTF8.GetBytes(delivery);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/webhooks/calcom") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Cal-Signature-256", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Gateways.Secret), body)));
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("result").GetString()
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Asks it to stop and waits until it has.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _address = null;
        return _process!.StopAsync(TimeSpan.FromSeconds(60), cancellationToken);
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
}
