using Hangfire;
using Hangfire.InMemory;

namespace CustomerRadar.Jobs.Internal;

internal sealed class InMemoryJobStore : IJobStore
{
    public JobStorage Open() => new InMemoryStorage();

    public void Close()
    {
    }

    public Task DropAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
