namespace CustomerRadar.Core;

/// <summary>The database products that the outbox can live in.</summary>
public enum DatabaseProduct
{
    /// <summary>SQLite, for a gateway of one process.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQL Server, Azure SQL.</summary>
    SqlServer,

    /// <summary>MySQL 8.0 or later, MariaDB 10.6 or later.</summary>
    MySql,
}
