using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Starts and stops the job server with the host, unless somebody else does.</summary>
internal sealed class JobServerHost(IJobServer server, IOptions<JobsOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.StartWithHost ? server.StartAsync(cancellationToken) : Task.CompletedTask;

    // Also when somebody else started it: no host ends with jobs still running.
    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(options.Value.StopPatience, cancellationToken);
}
