using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Pauses;

/// <summary>
/// Binds sending to the place where it began: a restored copy of the database under another address, on another server or under another name
/// sends nothing until a person says that this is the shop. Its pause has a scope of its own (<see cref="PauseScope.Copy"/>), so that a
/// person's pause neither hides it nor ends with it.
/// </summary>
public sealed class CopyGuard(IKeptValues values, IPauses pauses)
{
    private const string Name = "fingerprint";

    /// <summary>
    /// Compares the place with the one that is kept; the first place ever is taken as it is. Elsewhere everything is paused
    /// (<see cref="PauseCause.Copy"/>), and at the right place such a pause ends. A host asks before its job server starts, and may ask again.
    /// </summary>
    /// <param name="place">What makes this place: store address, database server, database name. No secret; only a hash of it is kept.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>True when this is the place.</returns>
    public async Task<bool> CheckAsync(IReadOnlyList<string> place, CancellationToken cancellationToken)
    {
        var here = Fingerprint(place);
        var kept = await values.ReadAsync(Name, cancellationToken) ?? await values.AddAsync(Name, here, cancellationToken);
        var isHere = string.Equals(kept, here, StringComparison.Ordinal);
        var isPaused = (await pauses.ReadAsync([PauseScope.Copy], cancellationToken)).Pauses.Count > 0;
        if (isHere == isPaused)
            await pauses.ChangeAsync(PauseScope.Copy, (current, now) => isHere ? null : Paused(current, now), cancellationToken);
        return isHere;
    }

    /// <summary>A person says that this is the shop: from now on it is the place, and sending goes on unless something else pauses it.</summary>
    public async Task ConfirmAsync(IReadOnlyList<string> place, CancellationToken cancellationToken)
    {
        await values.WriteAsync(Name, Fingerprint(place), cancellationToken);
        await pauses.ChangeAsync(PauseScope.Copy, (_, _) => null, cancellationToken);
    }

    private static Pause Paused(Pause? current, DateTimeOffset now) => PausePolicy.AfterPerson(
        current,
        now,
        PauseScope.Copy,
        PauseCause.Copy,
        "This looks like a copy of the shop: its address or its database is another one than before. Nothing is sent.",
        "If this is the shop itself, confirm that invitations are to be sent from here.");

    // Case does not make another place; neither does the slash at the end of an address.
    private static string Fingerprint(IReadOnlyList<string> place) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', place.Select(part => part.Trim().TrimEnd('/').ToLowerInvariant())))));
}
