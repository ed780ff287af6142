namespace CustomerRadar.Core.Invitations;

/// <summary>How a node works on the outbox.</summary>
public sealed class SendingOptions
{
    /// <summary>The name of this node in leases and history, 1 to 100 characters. Default machine name and process id.</summary>
    public string Worker { get; set; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>How long a lease lasts. Null (default): four times <see cref="Api.ApiOptions.TotalTimeout"/>; at least three times.</summary>
    public TimeSpan? LeaseLength { get; set; }

    /// <summary>A sweep takes rows that have been due for this long, 0 s to 1 h; younger ones have a job of their own coming. Default 30 s.</summary>
    public TimeSpan OverdueBy { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many rows a sweep sends side by side, 1 to 64. Default 8.</summary>
    public int Parallel { get; set; } = 8;

    /// <summary>How often the writing of a known outcome is tried while the database is away, 1 to 20; waits double from 1 s. Default 6.</summary>
    public int RecordTries { get; set; } = 6;
}
