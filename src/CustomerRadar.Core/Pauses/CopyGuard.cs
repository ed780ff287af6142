using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Invitations;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Core.Pauses;

/// <summary>
/// Binds sending to the place where it began: a restored copy of the database under another address, on another server or under another name
/// sends nothing until a person says that this is the shop. A process elsewhere never sends (<see cref="IsElsewhere"/>); where nobody sends from
/// the right place either, a pause says so (<see cref="PauseScope.Copy"/>). It has a scope of its own, so that a person's pause neither hides it
/// nor ends with it.
/// </summary>
public sealed partial class CopyGuard(IKeptValues values, IPauses pauses, ILogger<CopyGuard> log)
{
    /// <summary>How long the right place counts as at work after its last check, 2 min: a host checks every 30 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string PlacesName = "fingerprint";
    private const string SeenName = "fingerprint-seen";
    // What the column holds, with room to spare.
    private const int MostPlaces = 8;

    private readonly string _process = Guid.NewGuid().ToString("N");
    private volatile bool _isElsewhere;

    /// <summary>True when this process sends nothing, since its last check found another place. False before the first check.</summary>
    public bool IsElsewhere => _isElsewhere;

    /// <summary>
    /// Compares the place with those from which it may be sent; the first place ever is taken as it is. Elsewhere this process sends nothing, and
    /// unless the right place is at work, everything is paused (<see cref="PauseCause.Copy"/>); at the right place such a pause ends. A host asks
    /// before its job server starts, and every 30 s from then on. Where it throws, what was found before stands.
    /// </summary>
    /// <param name="place">What makes this place: store address, database server, database name. No secret; only a hash of it is kept.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>True when this is the place.</returns>
    public async Task<bool> CheckAsync(IReadOnlyList<string> place, CancellationToken cancellationToken)
    {
        var here = Fingerprint(place);
        var places = await values.ReadAsync(PlacesName, cancellationToken) ?? await values.AddAsync(PlacesName, here, cancellationToken);
        var isHere = Split(places).Contains(here);
        Keep(!isHere);
        var reading = await pauses.ReadAsync([PauseScope.Copy], cancellationToken);
        var isPaused = reading.Pauses.Count > 0;
        if (isHere)
        {
            // First the sign of life: another place would pause it again.
            await RenewAsync(reading.Now, cancellationToken);
            if (isPaused)
                await pauses.ChangeAsync(PauseScope.Copy, (_, _) => null, cancellationToken);
        }
        else if (!isPaused && !await IsOtherAtWorkAsync(reading.Now, cancellationToken))
        {
            await pauses.ChangeAsync(PauseScope.Copy, Paused, cancellationToken);
        }

        return isHere;
    }

    /// <summary>
    /// A person says that this is the shop: from now on it is the place, and sending goes on unless something else pauses it. A place that is at
    /// work at the moment stays one too: nodes of one shop may call its database by several names.
    /// </summary>
    public async Task ConfirmAsync(IReadOnlyList<string> place, CancellationToken cancellationToken)
    {
        var now = (await pauses.ReadAsync([PauseScope.Copy], cancellationToken)).Now;
        var others = await IsOtherAtWorkAsync(now, cancellationToken) ? Split(await values.ReadAsync(PlacesName, cancellationToken) ?? "") : [];
        await values.WriteAsync(PlacesName, string.Join(' ', others.Append(Fingerprint(place)).Distinct().TakeLast(MostPlaces)), cancellationToken);
        await RenewAsync(now, cancellationToken);
        await pauses.ChangeAsync(PauseScope.Copy, (_, _) => null, cancellationToken);
        Keep(false);
    }

    private void Keep(bool isElsewhere)
    {
        if (isElsewhere == _isElsewhere)
            return;
        _isElsewhere = isElsewhere;
        if (isElsewhere)
            LogElsewhere();
        else
            LogHere();
    }

    private Task RenewAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        values.WriteAsync(SeenName, string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()} {_process}"), cancellationToken);

    // A sign of this process is no other's: it was at the right place, and is not any more. One of the future is no sign either, but of another clock.
    private async Task<bool> IsOtherAtWorkAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Split(await values.ReadAsync(SeenName, cancellationToken) ?? "") is [var at, var process]
        && process != _process
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && Math.Abs(now.ToUnixTimeMilliseconds() - milliseconds) < Patience.TotalMilliseconds;

    private static Pause Paused(Pause? current, DateTimeOffset now) => PausePolicy.AfterPerson(
        current,
        now,
        PauseScope.Copy,
        PauseCause.Copy,
        "This looks like a copy of the shop: its address or its database is another one than before. Nothing is sent.",
        "If this is the shop itself, confirm that invitations are to be sent from here.");

    private static string[] Split(string kept) => kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Case does not make another place; neither does the slash at the end of an address.
    private static string Fingerprint(IReadOnlyList<string> place) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', place.Select(part => part.Trim().TrimEnd('/').ToLowerInvariant())))));

    [LoggerMessage(2040, LogLevel.Warning, "This looks like a copy of the shop: its address, its database server or its database is another one than before. Nothing is sent from here until somebody confirms on the plugin's page that this is the shop")]
    private partial void LogElsewhere();

    [LoggerMessage(2041, LogLevel.Information, "This is the place from which invitations are sent")]
    private partial void LogHere();
}
