using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

// Not the tests' entry point (the test host is): a program for the tests of ChildProcess and FakeClock to start. It writes its arguments, one
// variable and both clocks, then runs until it is asked to stop.
using var stop = new ManualResetEventSlim();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Set();
});
Console.WriteLine($"arguments {string.Join(' ', args)}");
Console.Error.WriteLine($"variable {Environment.GetEnvironmentVariable("CHILD_VARIABLE")}");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clock {TimeProvider.System.GetUtcNow():O}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"timestamp {Stopwatch.GetTimestamp()}"));
if (args.Contains("--wait"))
{
    var clock = Stopwatch.StartNew();
    stop.Wait(TimeSpan.FromMilliseconds(500));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"waited {clock.ElapsedMilliseconds}"));
}

if (args.Contains("--end"))
    return 3;
Console.WriteLine("ready");
stop.Wait();
Console.WriteLine("stopped");
return 0;
