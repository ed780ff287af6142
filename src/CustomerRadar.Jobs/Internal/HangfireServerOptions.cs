using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Jobs.Internal;

/// <summary>What Hangfire's server is told: our queue, filters and activator, and nothing of its global ones.</summary>
internal static class HangfireServerOptions
{
    public static BackgroundJobServerOptions Of(JobsOptions options, IJobFilterProvider filters, IServiceScopeFactory scopes) => new()
    {
        ServerName = options.ServerName,
        WorkerCount = options.Workers,
        Queues = [JobQueue.Name],
        SchedulePollingInterval = options.PollInterval,
        FilterProvider = filters,
        Activator = new ScopedJobActivator(scopes),
        // Jobs are told at once: a row whose request has not started is given back, one that has is waited for.
        StopTimeout = TimeSpan.Zero,
        ShutdownTimeout = TimeSpan.FromMinutes(5),
    };
}
