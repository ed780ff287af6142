using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Extensions;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class ExtensionsStartup : INopStartup
{
    public int Order => 3000;

    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IEligibilityCheck, DisputeCheck>();
        services.AddScoped<ITokenResolver, LoyaltyTokens>();
        services.AddScoped<IPayloadHook, ShortNames>();
    }

    public void Configure(IApplicationBuilder application)
    {
    }
}
