using CustomerRadar.Sandbox;
using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Shop;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Running;

/// <summary>The store under test, the sandbox that its plugin sends to, and the browser that drives it.</summary>
public sealed class Store : IAsyncDisposable
{
    // What takes longer is as good as gone: a store that starts lets requests wait.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FirstPage = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan GoingDown = TimeSpan.FromMinutes(1);

    private readonly StoreSettings _settings;
    private readonly Browser _browser;
    private readonly HttpClient _http;
    private readonly Uri _api;
    private readonly List<IPage> _visitors = [];
    private AdminSession? _admin;
    private SandboxApp? _sandbox;

    private Store(StoreSettings settings, Browser browser, SandboxApp sandbox)
    {
        (_settings, _browser, _sandbox, _api) = (settings, browser, sandbox, sandbox.Address);
        _http = new HttpClient { BaseAddress = settings.Address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>What the plugin takes for Customer Radar.</summary>
    public SandboxApp Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox is down; start it again first.");

    /// <summary>The folder of the published store.</summary>
    public string Folder => _settings.Folder;

    /// <summary>Connects to the store that the environment names.</summary>
    public static async Task<Store> ConnectAsync(Func<string, string?> variable)
    {
        var settings = StoreSettings.Read(variable);
        var browser = await Browser.StartAsync(Chromium.Find(variable), settings.Address);
        return new Store(settings, browser, await SandboxApp.StartAsync());
    }

    /// <summary>Takes Customer Radar off the net: nothing listens at its address any more.</summary>
    public async Task StopSandboxAsync()
    {
        await Sandbox.DisposeAsync();
        _sandbox = null;
    }

    /// <summary>Brings it back at the same address, with an empty inbox; harmless while it is up.</summary>
    public async Task StartSandboxAsync() => _sandbox ??= await SandboxApp.StartAsync(new SandboxOptions { Listen = _api });

    /// <summary>Ends the store's process as a power cut would, and waits until it answers again.</summary>
    public Task KillAsync() => RestartAsync(StoreProcess.KillAsync);

    /// <summary>The administrator, logged in once for the run.</summary>
    public async Task<AdminSession> AdminAsync() =>
        _admin ??= await AdminSession.LogInAsync(this, await _browser.NewVisitorAsync(), _settings.Admin, _settings.Password);

    /// <summary>A guest with an empty cart.</summary>
    /// <param name="store">In another store of the same shop; null for the first.</param>
    public async Task<ShopVisit> VisitAsync(Uri? store = null)
    {
        _visitors.Add(await _browser.NewVisitorAsync(store));
        return new ShopVisit(_visitors[^1]);
    }

    /// <summary>Sends all guests home.</summary>
    public async Task EndVisitsAsync()
    {
        foreach (var visitor in _visitors)
            await visitor.Context.CloseAsync();
        _visitors.Clear();
    }

    /// <summary>Pictures of all open pages.</summary>
    public Task<IReadOnlyList<string>> PictureAsync(string name) => _browser.PictureAsync(name);

    /// <summary>Does what makes the store restart, and waits until it was gone and answers again.</summary>
    /// <param name="trigger">Presses the button.</param>
    /// <exception cref="TimeoutException">It did not go, or did not come back: nothing starts it again when it ends its own process.</exception>
    public async Task RestartAsync(Func<Task> trigger)
    {
        var gone = Wait.UntilAsync(() => AnswersAsync(Glance), answers => !answers, "the store going down to restart", GoingDown);
        await trigger();
        await gone;
        await Wait.UntilAsync(() => AnswersAsync(FirstPage), answers => answers, "the store answering after its restart", Wait.Restart);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _http.Dispose();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    private async Task<bool> AnswersAsync(TimeSpan patience)
    {
        using var patient = new CancellationTokenSource(patience);
        try
        {
            using var answer = await _http.GetAsync(new Uri("login", UriKind.Relative), patient.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
