namespace Nop.Plugin.Misc.CustomerRadar.Extensions;

/// <summary>
/// Another plugin's say in whether somebody is invited: it implements and registers this (<c>services.AddScoped&lt;IEligibilityCheck, …&gt;()</c>).
/// Asked in a job, without a request, when an invitation is due; also for previews. What throws is taken for a defect: the invitation waits and is
/// tried again.
/// </summary>
public interface IEligibilityCheck
{
    /// <summary>Why this invitation must not be sent, in plain words for the merchant; null when there is nothing against it. The invitation is then skipped, for good.</summary>
    Task<string?> ObjectionAsync(InvitationContext context, CancellationToken cancellationToken);
}
