using System.Diagnostics;
using CustomerRadar.Testing.Internal;

namespace CustomerRadar.Testing;

/// <summary>One of our own programs as a process of its own, ended for sure when this is disposed.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptLines = 2000;
    private const int ShownLines = 40;

    private readonly Process _process;
    private readonly OutputLines _output = new(KeptLines);
    private readonly Task _reading;

    private ChildProcess(ProcessStartInfo start)
    {
        Name = Path.GetFileNameWithoutExtension(start.ArgumentList[0]);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{Name} could not be started.");
        Id = _process.Id;
        _process.StandardInput.Close();
        _reading = ReadAllAsync();
    }

    /// <summary>The program's name.</summary>
    public string Name { get; }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The last 2,000 lines of standard output and standard error.</summary>
    public IReadOnlyList<string> Output => _output.Snapshot();

    /// <summary>Starts <c>dotnet assembly arguments</c>.</summary>
    /// <param name="assembly">Path of a program's dll; a name alone is looked for beside the running tests.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="environment">Variables to set on top of this process's own; null removes one.</param>
    /// <exception cref="FileNotFoundException">There is no such assembly.</exception>
    public static ChildProcess StartDotnet(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly);
        if (!File.Exists(path))
            throw new FileNotFoundException($"Nothing to start at {path}.", path);

        // The runtime that runs the tests, not whichever comes first in PATH.
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [path, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return new ChildProcess(start);
    }

    /// <summary>Returns the first line, past ones included, that matches.</summary>
    /// <exception cref="TimeoutException">None came in time; the message has the last lines.</exception>
    /// <exception cref="InvalidOperationException">The process ended before; the message has the last lines.</exception>
    public async Task<string> WaitForLineAsync(
        Func<string, bool> matches, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matches);
        try
        {
            return await _output.FirstAsync(matches).WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException problem)
        {
            throw new TimeoutException($"{Name} did not write the line within {timeout.TotalSeconds:0} s.{LastLines()}", problem);
        }
        catch (EndOfStreamException problem)
        {
            throw new InvalidOperationException($"{Name} ended before it wrote the line.{LastLines()}", problem);
        }
    }

    /// <summary>Waits until the process has ended and returns its exit code.</summary>
    /// <exception cref="TimeoutException">It has not ended in time; it still runs.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException problem)
        {
            throw new TimeoutException($"{Name} did not end within {timeout.TotalSeconds:0} s.{LastLines()}", problem);
        }

        return _process.ExitCode;
    }

    /// <summary>Ends the process at once, as a power cut would (SIGKILL), and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop (SIGTERM; Windows has no such request and kills) and returns its exit code.</summary>
    /// <exception cref="TimeoutException">It has not ended in time; it still runs.</exception>
    public async Task<int> StopAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
            await KillAsync();
        else if (!_process.HasExited)
            UnixSignal.RequestStop(Id);
        return await WaitForExitAsync(timeout, cancellationToken);
    }

    /// <summary>Kills the process with its children if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        // A grandchild that outlives the process would hold the pipes open.
        await Task.WhenAny(_reading, Task.Delay(TimeSpan.FromSeconds(5)));
        _process.Dispose();
    }

    private async Task ReadAllAsync()
    {
        await Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        _output.End();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            _output.Add(line);
    }

    private string LastLines()
    {
        var lines = Output;
        return lines.Count == 0
            ? " It wrote nothing."
            : $" Its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, lines.TakeLast(ShownLines))}";
    }
}
