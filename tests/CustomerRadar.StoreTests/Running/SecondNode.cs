using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CustomerRadar.StoreTests.Running;

/// <summary>Another process of the store, from the same folder and on the same database, as in a web farm.</summary>
public sealed class SecondNode : IAsyncDisposable
{
    /// <summary>Names the dotnet program that runs the store.</summary>
    public const string Variable = "NOPCOMMERCE_DOTNET";

    private readonly Process _process;

    private SecondNode(Process process) => _process = process;

    /// <summary>How the history of an invitation names it.</summary>
    public string Name => $"{Environment.MachineName}/{_process.Id}";

    /// <summary>Starts it at a free port, and waits until it answers.</summary>
    /// <param name="folder">The folder of the published store.</param>
    public static async Task<SecondNode> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set."),
            ["Nop.Web.dll", "--urls", address.ToString()])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        // Read and dropped: a pipe that nobody reads fills, and then the store stands still.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var node = new SecondNode(process);
        using var http = new HttpClient { BaseAddress = address };
        await Wait.UntilAsync(() => AnswersAsync(http), answers => answers, "the second node answering", Wait.Restart);
        return node;
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is given back or written down.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it where that has not been done.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("login", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
