using CustomerRadar.Core.Api;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Invitations.Internal;

/// <summary><see cref="SendingOptions"/> with what follows from the total time-out of a request.</summary>
internal sealed class SendingSettings(IOptions<SendingOptions> sending, IOptions<ApiOptions> api)
{
    // Between the mark and the first byte there is hardly any work; a slow thread pool may make some.
    private static readonly TimeSpan StartMargin = TimeSpan.FromSeconds(2);

    public string Worker => sending.Value.Worker;

    public int Parallel => sending.Value.Parallel;

    public TimeSpan OverdueBy => sending.Value.OverdueBy;

    public int RecordTries => sending.Value.RecordTries;

    public TimeSpan LeaseLength => sending.Value.LeaseLength ?? 4 * api.Value.TotalTimeout;

    /// <summary>What must be left of a lease when a request starts.</summary>
    public TimeSpan RequestNeeds => api.Value.TotalTimeout + StartMargin;
}
