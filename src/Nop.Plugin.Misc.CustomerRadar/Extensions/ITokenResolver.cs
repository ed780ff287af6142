namespace Nop.Plugin.Misc.CustomerRadar.Extensions;

/// <summary>
/// Another plugin's tokens, for metadata, filters, consent, location and programme rows: it implements and registers this
/// (<c>services.AddScoped&lt;ITokenResolver, …&gt;()</c>). Asked in a job, without a request, and only for tokens that a rule names.
/// </summary>
public interface ITokenResolver
{
    /// <summary>
    /// The names: letters, digits, dots, dashes and underscores, the first part the plugin's own (<c>Loyalty.Tier</c>). A name that is there already
    /// keeps its first meaning. No address of a page, no password, no HTML: a value is sent to Customer Radar as it is.
    /// </summary>
    IReadOnlyCollection<string> Tokens { get; }

    /// <summary>The values of the wanted tokens; a token without a value is left out.</summary>
    /// <param name="wanted">Some of <see cref="Tokens"/>.</param>
    /// <param name="context">The invitation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ResolveAsync(
        IReadOnlySet<string> wanted, InvitationContext context, CancellationToken cancellationToken);
}
