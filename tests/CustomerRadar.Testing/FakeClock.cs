using System.Globalization;
using CustomerRadar.Testing.Internal;
using NUnit.Framework;

namespace CustomerRadar.Testing;

/// <summary>A wrong wall clock for a child process, by the library that <see cref="Variable"/> names. Time spans are measured right all the same.</summary>
public static class FakeClock
{
    /// <summary>Names the environment variable with the path of libfaketimeMT.so.1.</summary>
    public const string Variable = "CUSTOMERRADAR_TEST_FAKETIME";

    /// <summary>
    /// The environment of a process whose wall clock is ahead. Without the library the test is skipped, or fails where nothing may be; on other
    /// systems than Linux it is always skipped.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Ahead(TimeSpan by)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("A wrong clock for one process is to be had on Linux only.");
        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } library
            ? new Dictionary<string, string?>
            {
                ["LD_PRELOAD"] = library,
                ["FAKETIME"] = string.Create(CultureInfo.InvariantCulture, $"{by.TotalSeconds:+0;-0}"),
                // .NET waits and measures by the monotonic clock, as a real machine with a wrong wall clock does.
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
                // Otherwise libfaketime moves the end of a wait by the same hour, and every wait of .NET ends at once.
                ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
                ["NO_FAKE_STAT"] = "1",
            }
            : throw TestServer.Missing($"No libfaketime: set {Variable} to the path of libfaketimeMT.so.1, or run the tests with: dotnet run build/test.cs");
    }
}
