using CustomerRadar.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Phones;

/// <summary>The door for a host that loads this library by name.</summary>
public sealed class PhonesModule : ILibraryModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, HostDatabase database) => services.AddCustomerRadarPhones();
}
