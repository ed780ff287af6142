using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CustomerRadar.Testing.Internal;

/// <summary>The polite request to stop, which .NET has no call for.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixSignal
{
    private const int Terminate = 15;

    public static void RequestStop(int processId) => _ = Send(processId, Terminate);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int processId, int signal);
}
