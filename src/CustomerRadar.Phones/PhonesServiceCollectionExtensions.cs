using CustomerRadar.Core.Metadata;
using CustomerRadar.Phones.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerRadar.Phones;

/// <summary>Registers the phone library.</summary>
public static class PhonesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IPhoneNumbers"/> with libphonenumber's rules. One instance for all threads; the rules of a country are loaded when first needed.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddCustomerRadarPhones(this IServiceCollection services)
    {
        services.TryAddSingleton<IPhoneNumbers, PhoneNumberLibrary>();
        return services;
    }
}
