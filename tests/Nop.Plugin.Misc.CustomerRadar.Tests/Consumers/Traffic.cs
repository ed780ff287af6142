using System.Diagnostics;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Consumers;

/// <summary>Counts what leaves the process while it lives, as the database driver and the platform's own HTTP client tell it: statements, and HTTP requests.</summary>
internal sealed class Traffic : IDisposable
{
    private const string Driver = "Npgsql";
    private const string Http = "System.Net.Http";

    private readonly ActivityListener _listener;
    private int _statements;
    private int _requests;

    public Traffic()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Driver or Http,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Statements that were sent to the database. Several that go in one batch count as one.</summary>
    public int Statements => Volatile.Read(ref _statements);

    /// <summary>HTTP requests that were begun.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _listener.Dispose();

    private void Count(Activity activity)
    {
        if (activity.Source.Name == Http)
            Interlocked.Increment(ref _requests);
        else
            Interlocked.Increment(ref _statements);
    }
}
