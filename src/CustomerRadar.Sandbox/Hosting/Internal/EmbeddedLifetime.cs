namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>Leaves the process's signals to the process: a test run that hosts a sandbox must still end at Ctrl+C.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
