namespace CustomerRadar.Core.Invitations;

/// <summary>The worker of this process: runs due jobs and the sweeps. A port: Core knows no job library.</summary>
public interface IJobServer
{
    /// <summary>True while jobs are being worked on.</summary>
    bool IsRunning { get; }

    /// <summary>Starts working. Never throws into the host: a failure is logged and tried again in the background.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Has a piece of <see cref="Periodic.IPeriodicWork"/> done before its time, on any node; one that is being done already is not begun again.</summary>
    /// <param name="work">Its name, for example <see cref="Periodic.WorkNames.Reconcile"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the storage of the jobs.</param>
    /// <returns>False when no jobs are being worked on here.</returns>
    Task<bool> RunSoonAsync(string work, CancellationToken cancellationToken);

    /// <summary>Stops for good, waiting at most <paramref name="patience"/> for running jobs. Afterwards nothing of ours touches the database any more.</summary>
    Task StopAsync(TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Drops what the job library keeps in the database; only after <see cref="StopAsync"/>.</summary>
    Task DropStorageAsync(CancellationToken cancellationToken);
}
