namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// Starts background work without the starter's context: a job server that an admin's request or an installation starts would else
/// carry that request, its user and its transaction into every job.
/// </summary>
internal static class Detached
{
    public static Task Run(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Task.Run(work);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(work);
    }
}
