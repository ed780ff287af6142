namespace CustomerRadar.Jobs;

/// <summary>Where the job library keeps its jobs. Whatever it is, the outbox is the durable truth: a lost job is found by the sweep.</summary>
public enum JobStorageKind
{
    /// <summary>In this process; jobs are gone when it ends. For SQLite, MySQL and MariaDB hosts.</summary>
    InMemory,

    /// <summary>In a schema of its own in a PostgreSQL database, version 11 or newer.</summary>
    PostgreSql,

    /// <summary>In a schema of its own in a SQL Server database.</summary>
    SqlServer,
}
