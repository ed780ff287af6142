using Hangfire;
using Hangfire.States;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Internal;

/// <summary>
/// The edge of every job: what went wrong is logged with the row's number or the work's name, and the job is deleted instead of tried
/// again. The sweep and the next interval are the retry; a failed job would never leave the storage.
/// </summary>
internal sealed partial class FailedJobFilter(ILogger log) : IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is not FailedState failed)
            return;

        // No job: a later version's type, or a damaged row.
        var job = context.BackgroundJob.Job;
        var ofWork = job?.Type == typeof(PeriodicJob);
        if (ofWork)
            LogWorkFailed(failed.Exception, job!.Args.OfType<string>().FirstOrDefault() ?? "");
        else
            LogFailed(failed.Exception, job?.Type.Name ?? "unknown to this version", job?.Args.OfType<long>().FirstOrDefault() ?? 0);
        context.CandidateState = new DeletedState(new ExceptionInfo(failed.Exception))
        {
            Reason = ofWork ? "Failed; it comes again at its next time." : "Failed; the sweep finds its row.",
        };
    }

    [LoggerMessage(3020, LogLevel.Error, "Job {Job} failed for invitation {Id} (0: none in particular); the sweep finds its row")]
    private partial void LogFailed(Exception failure, string job, long id);

    [LoggerMessage(3021, LogLevel.Error, "The work {Work} failed; it comes again at its next time")]
    private partial void LogWorkFailed(Exception failure, string work);
}
