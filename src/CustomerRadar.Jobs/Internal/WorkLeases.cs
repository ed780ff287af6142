using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Takes the leases of periodic work for this node.</summary>
internal sealed class WorkLeases(INamedLeases leases, IOptions<SendingOptions> sending, TimeProvider time, ILogger<WorkLease> log)
{
    /// <summary>A lease that is prolonged until it is disposed of; null while another run has it.</summary>
    public async Task<WorkLease?> TryTakeAsync(string work, TimeSpan length, CancellationToken cancellationToken)
    {
        var (name, holder) = (LeaseNames.OfWork(work), LeaseNames.Run(sending.Value.Worker));
        var asked = time.GetTimestamp();
        return await leases.TryTakeAsync(name, holder, length, cancellationToken)
            ? new WorkLease(leases, name, holder, length, asked, time, log)
            : null;
    }
}
