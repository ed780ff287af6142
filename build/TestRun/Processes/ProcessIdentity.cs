using System.ComponentModel;
using System.Diagnostics;

namespace CustomerRadar.TestRun.Processes;

/// <summary>A process by its id and the instant it began, since the system gives the same id out again.</summary>
public sealed record ProcessIdentity(int Id, DateTimeOffset Started)
{
    // The system derives the instant from its boot time, which clock corrections move a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuitTime = TimeSpan.FromSeconds(10);

    public static ProcessIdentity Current => Of(System.Environment.ProcessId);

    /// <exception cref="ArgumentException">There is no such process.</exception>
    public static ProcessIdentity Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return new ProcessIdentity(id, process.StartTime);
    }

    public bool IsRunning()
    {
        using var process = Find();
        return process is not null;
    }

    /// <summary>Stops the process if it still runs: asked first, then killed with its children.</summary>
    public async Task StopAsync()
    {
        using var process = Find();
        if (process is null)
            return;
        if (!OperatingSystem.IsWindows())
        {
            UnixSignal.RequestQuit(Id);
            using var patience = new CancellationTokenSource(QuitTime);
            try
            {
                await process.WaitForExitAsync(patience.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                // Killed below.
            }
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    private Process? Find()
    {
        try
        {
            var process = Process.GetProcessById(Id);
            if (!process.HasExited && (process.StartTime - Started.LocalDateTime).Duration() <= Tolerance)
                return process;
            process.Dispose();
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended, or belongs to somebody else and so is not ours.
        }

        return null;
    }
}
