using System.Runtime.InteropServices;

// Not the tests' entry point (the test host is): a program for ChildProcessTests to start. It writes its arguments and one variable,
// then runs until it is asked to stop.
using var stop = new ManualResetEventSlim();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Set();
});
Console.WriteLine($"arguments {string.Join(' ', args)}");
Console.Error.WriteLine($"variable {Environment.GetEnvironmentVariable("CHILD_VARIABLE")}");
if (args.Contains("--end"))
    return 3;
Console.WriteLine("ready");
stop.Wait();
Console.WriteLine("stopped");
return 0;
