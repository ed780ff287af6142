using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Core;

/// <summary>
/// The door of a library that a host loads without referring to it: the nopCommerce plugin keeps storage, jobs and phones in a load
/// context of their own and knows them through this interface only. Implementations have a public parameterless constructor.
/// </summary>
public interface ILibraryModule
{
    /// <summary>Registers the library's services. Does no I/O.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="database">The host's database; a library that needs none ignores it.</param>
    void AddServices(IServiceCollection services, HostDatabase database);
}
