using CustomerRadar.Core.Api.Ids;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Api.Internal;

internal static class ApiServiceCollectionExtensions
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new CustomerRadarClient(
            ApiHandler.Create(provider.GetRequiredService<IOptions<ApiOptions>>().Value),
            provider.GetRequiredService<IOptions<ApiOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CustomerRadarClient>>()));
        services.TryAddSingleton<RequestPace>();
        services.TryAddSingleton<LogIn>();
        services.TryAddSingleton<RefusedLogIns>();
        services.TryAddSingleton(provider => new TokenCache(
            provider.GetRequiredService<LogIn>(), provider.GetRequiredService<RefusedLogIns>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new PomLookup(provider.GetRequiredService<CustomerRadarClient>(), provider.GetRequiredService<TokenCache>()));
        services.TryAddSingleton(provider => new LogInCheck(provider.GetRequiredService<LogIn>()));
    }
}
