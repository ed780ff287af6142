using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Nop.Core.Infrastructure;

public interface INopStartup
{
    int Order { get; }

    void ConfigureServices(IServiceCollection services, IConfiguration configuration);

    void Configure(IApplicationBuilder application);
}

public interface INopFileProvider : Microsoft.Extensions.FileProviders.IFileProvider;
