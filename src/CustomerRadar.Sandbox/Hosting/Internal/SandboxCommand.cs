using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>The program: reads its arguments, starts, says where it listens, and stays until it is told to end.</summary>
internal static class SandboxCommand
{
    /// <summary>Runs until Ctrl+C, SIGTERM or the token. Exit code 0; 1 when it cannot start, with one line why.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?" or "/?"))
        {
            await output.WriteLineAsync(SandboxArguments.Usage);
            return 0;
        }

        try
        {
            var options = SandboxArguments.Parse(args);
            await using var sandbox = await StartAsync(options, cancellationToken);
            await output.WriteLineAsync($"Sandbox listening on {sandbox.Address.GetLeftPart(UriPartial.Authority)}");
            await output.FlushAsync(cancellationToken);
            await UntilToldToEndAsync(cancellationToken);
            return 0;
        }
        catch (FormatException wrong)
        {
            await error.WriteLineAsync($"{wrong.Message} See --help.");
            return 1;
        }
        catch (IOException taken)
        {
            await error.WriteLineAsync(taken.Message);
            return 1;
        }
    }

    private static async Task<SandboxApp> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await SandboxApp.StartAsync(options, LogDefects, cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new IOException(
                $"Port {options.Listen.Port} on {options.Listen.Host} is in use. Choose another with --urls, such as "
                + $"--urls http://127.0.0.1:{(options.Listen.Port % 65535) + 1}, or a free one with port 0.",
                taken);
        }
        catch (SocketException refused)
        {
            throw new IOException(
                $"Cannot listen on {options.Listen.Authority}: {refused.Message}. Choose another address with --urls.", refused);
        }
    }

    // Our own errors and nothing of the framework's, whose start-up failures come with a stack trace.
    private static void LogDefects(ILoggingBuilder logging) => logging
        .AddFilter((category, level) => level >= LogLevel.Error && category?.StartsWith("CustomerRadar.", StringComparison.Ordinal) == true)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    private static async Task UntilToldToEndAsync(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var cancelled = cancellationToken.Register(() => end.TrySetResult());
        await end.Task;
    }
}
