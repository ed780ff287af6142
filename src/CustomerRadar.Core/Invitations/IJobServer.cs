namespace CustomerRadar.Core.Invitations;

/// <summary>The worker of this process: runs due jobs and the sweeps. A port: Core knows no job library.</summary>
public interface IJobServer
{
    /// <summary>True while jobs are being worked on.</summary>
    bool IsRunning { get; }

    /// <summary>Starts working. Never throws into the host: a failure is logged and tried again in the background.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops for good, waiting at most <paramref name="patience"/> for running jobs. Afterwards nothing of ours touches the database any more.</summary>
    Task StopAsync(TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Drops what the job library keeps in the database; only after <see cref="StopAsync"/>.</summary>
    Task DropStorageAsync(CancellationToken cancellationToken);
}
