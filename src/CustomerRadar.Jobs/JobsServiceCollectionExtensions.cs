using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Jobs.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Jobs;

/// <summary>Adds the jobs to a host.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IInvitationScheduler"/>, <see cref="IJobServer"/> and a hosted service that starts and stops it; every
    /// <see cref="IPeriodicWork"/> of the host becomes a job that comes again. The host adds Core and Storage itself. Nothing is connected to before the job server starts; nothing of Hangfire's global state is read or set but its log
    /// (<see cref="JobsOptions.RouteHangfireLog"/>).
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; runs when they are first needed.</param>
    public static IServiceCollection AddCustomerRadarJobs(this IServiceCollection services, Action<JobsOptions> configure)
    {
        services.AddOptions<JobsOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JobsOptions>, JobsOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SweepGate>();
        services.TryAddTransient(provider => new DispatchJob(
            provider.GetRequiredService<InvitationDispatcher>(),
            provider.GetRequiredService<SweepGate>(),
            provider.GetRequiredService<ILogger<DispatchJob>>()));
        services.TryAddSingleton<WorkLeases>();
        services.TryAddTransient(provider => new PeriodicJob(
            provider.GetServices<IPeriodicWork>(),
            provider.GetRequiredService<WorkLeases>(),
            provider.GetRequiredService<ILogger<PeriodicJob>>()));
        services.TryAddSingleton<NodeBeat>();
        services.TryAddSingleton<InvitationScheduler>();
        services.TryAddSingleton<IInvitationScheduler>(provider => provider.GetRequiredService<InvitationScheduler>());
        services.TryAddSingleton(provider => JobStores.Create(provider.GetRequiredService<IOptions<JobsOptions>>().Value));
        services.TryAddSingleton<IJobServer, HangfireJobServer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, JobServerHost>());
        return services;
    }
}
