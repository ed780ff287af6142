namespace CustomerRadar.Core.Invitations;

/// <summary>Wakes a worker at a row's due time. A port: Core knows no job library. The row is the truth; a lost wake-up is found by the sweep.</summary>
public interface IInvitationScheduler
{
    /// <summary>Asks for a job at <paramref name="dueAt"/>. Returns at once, does no I/O on this thread, never throws.</summary>
    void Schedule(InvitationId id, DateTimeOffset dueAt);
}
