using CustomerRadar.TestRun.Runs;

namespace CustomerRadar.TestRun.Servers;

/// <summary>A kind of database server that can run as a throwaway cluster.</summary>
public interface IDatabaseServer
{
    string Product { get; }

    /// <summary>The environment variable with the connection string, for the caller to set or for the tests to read.</summary>
    string Variable { get; }

    /// <summary>Debian's package.</summary>
    string Package { get; }

    /// <summary>The folder of the server's programs, or null.</summary>
    string? FindPrograms();

    /// <summary>Starts a new, empty server on a free port of 127.0.0.1, with a password that only this run knows.</summary>
    /// <returns>A connection string whose user may create databases.</returns>
    /// <exception cref="ServerUnavailableException">It does not start.</exception>
    Task<string> StartAsync(string programs, RunFolder run, CancellationToken cancellationToken);
}
