using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Nop.Web.Framework;
using Nop.Web.Framework.Mvc.Routing;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>The plugin's address in the admin.</summary>
public sealed class RouteProvider : IRouteProvider
{
    /// <inheritdoc/>
    public int Priority => 0;

    /// <inheritdoc/>
    public void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder) =>
        endpointRouteBuilder.MapControllerRoute(
            CustomerRadarDefaults.ConfigureRoute,
            CustomerRadarDefaults.ConfigurePath,
            new { controller = "CustomerRadar", action = "Configure", area = AreaNames.ADMIN });
}
