using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Gives every job a scope of its own, as a request would have one.</summary>
internal sealed class ScopedJobActivator(IServiceScopeFactory scopes) : JobActivator
{
    public override JobActivatorScope BeginScope(JobActivatorContext context) => new Scope(scopes.CreateAsyncScope());

    private sealed class Scope(AsyncServiceScope services) : JobActivatorScope
    {
        public override object Resolve(Type type) => ActivatorUtilities.GetServiceOrCreateInstance(services.ServiceProvider, type);

        // Hangfire knows no asynchronous end of a scope; this runs on a worker thread of its own, without a synchronisation context.
        public override void DisposeScope() => services.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
