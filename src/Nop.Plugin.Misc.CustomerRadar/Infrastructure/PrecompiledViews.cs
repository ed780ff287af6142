using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>Makes the compiled views known: the store adds a plugin's assembly as a plain part, which carries none.</summary>
internal static class PrecompiledViews
{
    public static void AddTo(IServiceCollection services)
    {
        var parts = services
            .Select(service => service.ImplementationInstance)
            .OfType<ApplicationPartManager>()
            .FirstOrDefault();
        parts?.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(PrecompiledViews).Assembly));
    }
}
