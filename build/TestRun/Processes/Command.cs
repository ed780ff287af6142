using System.Diagnostics;

namespace CustomerRadar.TestRun.Processes;

/// <summary>A program to run to its end.</summary>
public sealed record Command(string Program, IReadOnlyList<string> Arguments)
{
    private const int KeptLines = 200;

    // A daemon that the program leaves behind may hold its output open for ever.
    private static readonly TimeSpan OutputAfterExit = TimeSpan.FromSeconds(2);

    public string? WorkingDirectory { get; init; }

    /// <summary>Variables on top of this process's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs the program without standard input. A cancellation kills it with its children.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public async Task<CommandResult> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var output = new Queue<string>();
        using var process = Start();
        process.StandardInput.Close();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await Task.WhenAny(reading, Task.Delay(OutputAfterExit, CancellationToken.None));
        lock (output)
            return new CommandResult(process.ExitCode, [.. output]);

        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } text)
            {
                lock (output)
                {
                    output.Enqueue(text);
                    if (output.Count > KeptLines)
                        output.Dequeue();
                }
            }
        }
    }

    /// <summary>Starts the program and leaves it to the caller.</summary>
    internal Process Start()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = WorkingDirectory ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{Program} could not be started.");
    }
}
