using System.Diagnostics;
using System.Globalization;

namespace CustomerRadar.StoreTests.Running;

/// <summary>The store's process, which something starts again when it ends.</summary>
public static class StoreProcess
{
    /// <summary>Names the file that holds the id of the store's process.</summary>
    public const string Variable = "NOPCOMMERCE_PID_FILE";

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is given back or written down.</summary>
    /// <exception cref="InvalidOperationException">The file does not name a process that runs Nop.Web.</exception>
    public static async Task KillAsync()
    {
        var file = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set.");
        using var process = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(file)).Trim(), NumberStyles.None, CultureInfo.InvariantCulture));
        // An old file may name a process that has nothing to do with the store.
        if (!process.ProcessName.StartsWith("dotnet", StringComparison.OrdinalIgnoreCase) && !process.ProcessName.StartsWith("Nop.Web", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"{Variable} names a process that is not the store's: {process.ProcessName}.");
        process.Kill();
        await process.WaitForExitAsync();
    }
}
