namespace CustomerRadar.Core.Invitations;

/// <summary>Keeps subjects for platforms that cannot be asked. A port that the storage implements.</summary>
public interface ISubjects
{
    /// <summary>
    /// Writes a subject unless a version as new or newer is there; true when it was written. Of two of the same version the cancellation
    /// stands, whichever comes first. A cancellation is kept for a subject never seen before. A cancellation without contact and fields keeps
    /// those of the version before.
    /// </summary>
    Task<bool> PutAsync(SubjectRecord subject, CancellationToken cancellationToken);

    /// <summary>The newest version of a subject; null when it was never seen.</summary>
    Task<SubjectRecord?> FindAsync(StoreKey store, SubjectKey subject, CancellationToken cancellationToken);
}
