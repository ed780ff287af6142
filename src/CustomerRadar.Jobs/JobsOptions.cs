using System.Data.Common;

namespace CustomerRadar.Jobs;

/// <summary>How jobs run in this process. Every value is checked before the first use; a wrong one is named in an <c>OptionsValidationException</c>.</summary>
public sealed class JobsOptions
{
    /// <summary>Where jobs are kept. Default <see cref="JobStorageKind.InMemory"/>.</summary>
    public JobStorageKind Storage { get; set; }

    /// <summary>
    /// The database, for PostgreSQL and SQL Server, unless <see cref="CreateConnection"/> is set. Passed to the driver letter by letter,
    /// so a host that uses the same text shares its connection pool. Default null.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Makes a closed connection, instead of <see cref="ConnectionString"/>: an <c>NpgsqlConnection</c> for PostgreSQL. Called on
    /// worker threads. Default null.
    /// </summary>
    public Func<DbConnection>? CreateConnection { get; set; }

    /// <summary>
    /// The database schema that belongs to the jobs alone; dropping the storage drops it. 1 to 50 letters, digits and underscores, no
    /// digit first. Null (default): <c>customerradar_jobs</c> on PostgreSQL, <c>CustomerRadarJobs</c> on SQL Server.
    /// </summary>
    public string? SchemaName { get; set; }

    /// <summary>How many jobs run side by side in this process, 1 to 64. Each keeps one listening connection on PostgreSQL. Default 2.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>
    /// How often the outbox is swept for rows whose wake-up was lost: 1 s to 1 h, and a whole part of a minute or of an hour. Default
    /// 1 min: a lost wake-up then costs at most this, the 30 s that a row has to be overdue, and one <see cref="PollInterval"/>.
    /// </summary>
    public TimeSpan DispatchInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often jobs of a later time are looked for, 100 ms to 1 min and no longer than <see cref="DispatchInterval"/>; a scheduled
    /// job is late by at most this. Jobs that are due at once do not wait for it. Default 15 s, which keeps an idle store idle.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>This process in the list of job servers, at most 50 characters. Null (default): the machine's name.</summary>
    public string? ServerName { get; set; }

    /// <summary>True (default): the host's start and stop start and stop the job server. False: whoever uses <c>IJobServer</c> does.</summary>
    public bool StartWithHost { get; set; } = true;

    /// <summary>How long the stop of the host waits for running jobs, 1 s to 5 min. Default 20 s.</summary>
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// True (default): warnings and errors of Hangfire go to this host's log. Hangfire has one log for each loaded copy of it, so a host
    /// that runs Hangfire for other purposes from the same copy sets this to false and gives Hangfire a log itself.
    /// </summary>
    public bool RouteHangfireLog { get; set; } = true;
}
