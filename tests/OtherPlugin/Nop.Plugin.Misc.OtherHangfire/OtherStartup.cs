using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Infrastructure;

namespace Nop.Plugin.Misc.OtherHangfire;

/// <summary>Uses its Hangfire before any other plugin's code runs.</summary>
public sealed class OtherStartup : INopStartup
{
    /// <inheritdoc/>
    public int Order => 100;

    /// <inheritdoc/>
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration) => JobStorage.Current = new OtherStorage();

    /// <inheritdoc/>
    public void Configure(IApplicationBuilder application) =>
        Console.WriteLine($"The other plugin uses {typeof(JobStorage).Assembly.GetName()} with {JobStorage.Current?.GetType().Name}.");

    private sealed class OtherStorage : JobStorage;
}
