using System.Globalization;
using System.Text.Json;

namespace CustomerRadar.Sandbox.Invitations.Internal;

/// <summary>
/// The accepted invitations, at most a given number: beyond it the oldest is forgotten, for the list and for finding duplicates alike.
/// Safe for many threads.
/// </summary>
internal sealed class Inbox(int capacity, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<AcceptedInvitation> _kept = new();
    private readonly Dictionary<string, AcceptedInvitation> _firstOfItsKind = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private long _lastReference;
    private int _forgotten;

    /// <summary>How many have fallen out at the far end since the inbox was last emptied.</summary>
    public int Forgotten
    {
        get
        {
            lock (_gate)
                return _forgotten;
        }
    }

    /// <summary>Records the entries of a request and gives the reference they share.</summary>
    public string Add(ReceivedInvitations request)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();

            // The clock with five digits to count in: 18 digits, ascending, and new after a restart.
            _lastReference = Math.Max(_lastReference + 1, now.ToUnixTimeMilliseconds() * 100_000);
            var reference = _lastReference.ToString("D18", CultureInfo.InvariantCulture);
            foreach (var entry in request.Entries)
                Keep(new AcceptedInvitation(now, reference, request.ClientDisplayId, request.ProgrammeDisplayId, entry, DuplicateOf: null));
            _changed.TrySetResult();
            _changed = NewSignal();
            return reference;
        }
    }

    /// <summary>The kept invitations, oldest first.</summary>
    public IReadOnlyList<AcceptedInvitation> Read()
    {
        lock (_gate)
            return [.. _kept];
    }

    public void Clear()
    {
        lock (_gate)
        {
            _kept.Clear();
            _firstOfItsKind.Clear();
            _forgotten = 0;
        }
    }

    public async Task<IReadOnlyList<AcceptedInvitation>> WaitAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_kept.Count >= count)
                    return [.. _kept];
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Keep(AcceptedInvitation invitation)
    {
        var kind = KindOf(invitation);
        if (_firstOfItsKind.TryGetValue(kind, out var first))
            invitation = invitation with { DuplicateOf = first.Reference };
        else
            _firstOfItsKind.Add(kind, invitation);
        _kept.Enqueue(invitation);
        if (_kept.Count <= capacity)
            return;
        var oldest = _kept.Dequeue();
        _forgotten++;
        var oldestKind = KindOf(oldest);
        if (_firstOfItsKind.TryGetValue(oldestKind, out var known) && ReferenceEquals(known, oldest))
            _firstOfItsKind.Remove(oldestKind);
    }

    private static string KindOf(AcceptedInvitation invitation) => JsonSerializer.Serialize<string?[]>(
    [
        invitation.Email,
        invitation.Mobile,
        invitation.LocationDisplayId,
        .. invitation.Metadata.SelectMany(pair => new[] { pair.Key, pair.Value }),
    ]);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
