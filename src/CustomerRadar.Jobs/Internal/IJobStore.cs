using Hangfire;

namespace CustomerRadar.Jobs.Internal;

/// <summary>One kind of job storage. Making one does no I/O.</summary>
internal interface IJobStore
{
    /// <summary>Connects, brings the schema to Hangfire's version and returns the storage; throws when it cannot.</summary>
    JobStorage Open();

    /// <summary>From here on no connection is handed to Hangfire any more, so nothing that lingers can create the schema again.</summary>
    void Close();

    /// <summary>Drops the schema and what is in it; nothing when there is none.</summary>
    Task DropAsync(CancellationToken cancellationToken);
}
