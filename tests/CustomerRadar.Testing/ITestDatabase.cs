using System.Data.Common;

namespace CustomerRadar.Testing;

/// <summary>An empty database that belongs to one fixture or test and is removed when it is disposed.</summary>
public interface ITestDatabase : IAsyncDisposable
{
    /// <summary>Connections to the database. Owned by this object.</summary>
    DbDataSource DataSource { get; }

    /// <summary>The same, for another process.</summary>
    string ConnectionString { get; }
}
