namespace CustomerRadar.Core.Invitations;

/// <summary>Reads a subject as it is now. A port that every platform implements; called in a job, without a request.</summary>
public interface ISubjectReader
{
    /// <summary>Reads a subject; null when it does not exist (any more).</summary>
    Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, CancellationToken cancellationToken);
}
