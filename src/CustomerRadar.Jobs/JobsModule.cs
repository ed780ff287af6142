using CustomerRadar.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Jobs;

/// <summary>The jobs as a host loads them that does not refer to this library: kept in the host's own database where Hangfire has a storage for it, else in memory.</summary>
public sealed class JobsModule : ILibraryModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, HostDatabase database) => services.AddCustomerRadarJobs(options =>
    {
        options.Storage = database.Product switch
        {
            DatabaseProduct.PostgreSql => JobStorageKind.PostgreSql,
            DatabaseProduct.SqlServer => JobStorageKind.SqlServer,
            _ => JobStorageKind.InMemory,
        };
        options.ConnectionString = database.ConnectionString;
        // The host starts it when the plugin is installed and its tables are there.
        options.StartWithHost = false;
    });
}
