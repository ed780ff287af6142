using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Bookings;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Samples;

public sealed class VenueStartup : INopStartup
{
    public int Order => 3000;

    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IBookingReader, VenueBookingReader>();

    public void Configure(IApplicationBuilder application)
    {
    }
}
