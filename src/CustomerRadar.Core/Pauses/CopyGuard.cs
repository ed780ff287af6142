using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Pauses;

/// <summary>
/// Binds sending to the place where it began: a restored copy of the database under another address, on another server or under another name
/// sends nothing until a person says that this is the shop.
/// </summary>
public sealed class CopyGuard(IKeptValues values, SendingPauses pauses)
{
    private const string Name = "fingerprint";

    /// <summary>
    /// Compares the place with the one that is kept; the first place ever is taken as it is. Elsewhere everything is paused
    /// (<see cref="PauseCause.Copy"/>), and at the right place such a pause ends.
    /// </summary>
    /// <param name="place">What makes this place: store address, database server, database name. No secret; only a hash of it is kept.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>True when this is the place.</returns>
    public async Task<bool> CheckAsync(IReadOnlyList<string> place, CancellationToken cancellationToken)
    {
        var here = Fingerprint(place);
        var kept = await values.ReadAsync(Name, cancellationToken) ?? await values.AddAsync(Name, here, cancellationToken);
        var isHere = string.Equals(kept, here, StringComparison.Ordinal);
        var isPaused = (await pauses.ListAsync(cancellationToken)).Any(pause => pause is { Cause: PauseCause.Copy } && pause.Scope == PauseScope.All);
        if (!isHere && !isPaused)
        {
            await pauses.PauseAsync(
                PauseScope.All,
                PauseCause.Copy,
                "This looks like a copy of the shop: its address or its database is another one than before. Nothing is sent.",
                "If this is the shop itself, confirm that invitations are to be sent from here.",
                cancellationToken);
        }
        else if (isHere && isPaused)
        {
            await pauses.ResumeAsync(PauseScope.All, cancellationToken);
        }

        return isHere;
    }

    /// <summary>A person says that this is the shop: from now on it is the place, and sending goes on.</summary>
    public async Task ConfirmAsync(IReadOnlyList<string> place, CancellationToken cancellationToken)
    {
        await values.WriteAsync(Name, Fingerprint(place), cancellationToken);
        await pauses.ResumeAsync(PauseScope.All, cancellationToken);
    }

    // Case does not make another place; neither does the slash at the end of an address.
    private static string Fingerprint(IReadOnlyList<string> place) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', place.Select(part => part.Trim().TrimEnd('/').ToLowerInvariant())))));
}
