using CustomerRadar.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Phones;

/// <summary>Phone numbers as a host loads them that does not refer to this library.</summary>
public sealed class PhonesModule : ILibraryModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, HostDatabase database) => services.AddCustomerRadarPhones();
}
