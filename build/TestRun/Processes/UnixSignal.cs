using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CustomerRadar.TestRun.Processes;

/// <summary>The request to stop that a throwaway server understands as "at once", which .NET has no call for.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixSignal
{
    private const int Quit = 3;

    public static void RequestQuit(int processId) => _ = Send(processId, Quit);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int processId, int signal);
}
