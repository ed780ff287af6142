using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Jobs;

/// <summary>
/// Sends one invitation at its due time. The name of this type, of its method and the number that it takes stand in stored jobs of every
/// version: never rename or move them.
/// </summary>
/// <param name="sender">Does the work.</param>
public sealed class SendInvitationJob(InvitationSender sender)
{
    /// <summary>Sends the row, or does nothing when it is not due or another worker has it.</summary>
    /// <param name="invitationId">The row's number.</param>
    /// <param name="cancellationToken">The server is stopping: the job goes back to its queue.</param>
    public Task RunAsync(long invitationId, CancellationToken cancellationToken) =>
        sender.SendAsync(new InvitationId(invitationId), cancellationToken);
}
