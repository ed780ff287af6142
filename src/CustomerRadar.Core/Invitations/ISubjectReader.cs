namespace CustomerRadar.Core.Invitations;

/// <summary>Reads a subject as it is now. A port that every platform implements; called in a job, without a request.</summary>
public interface ISubjectReader
{
    /// <summary>Reads a subject; null when it does not exist (any more).</summary>
    /// <param name="store">The shop or booking source.</param>
    /// <param name="subject">The order or booking.</param>
    /// <param name="fields">The names of the fields to compute; no others leave the shop.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<SubjectSnapshot?> ReadAsync(StoreKey store, SubjectKey subject, IReadOnlySet<string> fields, CancellationToken cancellationToken);
}
