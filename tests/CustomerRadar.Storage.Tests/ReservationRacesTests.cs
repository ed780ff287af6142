using System.Collections.Concurrent;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Reservations;
using static CustomerRadar.Core.Invitations.InvitationState;

namespace CustomerRadar.Storage.Tests;

/// <summary>Reservations under real parallel connections.</summary>
[EveryServer]
internal sealed class ReservationRacesTests<TProduct>
    where TProduct : IProduct, new()
{
    private const int Workers = 64;

    private Tables _tables = null!;

    [SetUp]
    public async Task SetUp() => _tables = await Tables.CreateAsync(new TProduct());

    [TearDown]
    public async Task TearDown() => await _tables.DisposeAsync();

    [Test]
    public async Task TakeAsync_ThousandPairsBySixtyFourWorkers_OneOfEachPair()
    {
        var rows = await LeasedAsync(2000);
        var results = new ConcurrentDictionary<long, ReservationResult>();
        await RaceAsync(Enumerable.Range(0, 2000), async i =>
        {
            var pair = i / 2;
            // Two keys, asked for in either order: a contact that two pairs share as their subject's other half would deadlock unsorted.
            ReservationRequest[] keys = [new($"contact:store-1/email:{pair}", TimeSpan.FromDays(30)), new($"subject:1/order:{pair}", TimeSpan.MaxValue)];
            if (i % 2 == 1)
                Array.Reverse(keys);
            results[rows[i].Lease.Invitation.Value] = await _tables.Reservations.TakeAsync(rows[i].Lease, keys, default);
        });

        for (var pair = 0; pair < 1000; pair++)
        {
            var (a, b) = (rows[2 * pair].Lease.Invitation, rows[(2 * pair) + 1].Lease.Invitation);
            var (winner, loser) = results[a.Value] is ReservationResult.Taken ? (a, b) : (b, a);
            Assert.That(results[winner.Value], Is.InstanceOf<ReservationResult.Taken>());
            Assert.That(results[loser.Value], Is.InstanceOf<ReservationResult.Held>().With.Property(nameof(ReservationResult.Held.By)).EqualTo(winner));
        }

        var held = await _tables.Database.FindAsync<int>(_ => "SELECT COUNT(*) FROM CustomerRadar_Reservation WHERE InvitationId <> 0", null, default);
        Assert.That(held, Is.EqualTo(2000), "two keys for each of the thousand that were let through, none for the others");
    }

    [Test]
    public async Task TakeAsync_EveryoneWantsOverlappingKeys_NeverTwoHoldersOfOne()
    {
        var rows = await LeasedAsync(400);
        var taken = new ConcurrentBag<(long Id, string[] Keys)>();
        await RaceAsync(Enumerable.Range(0, 400), async i =>
        {
            var random = new Random(i);
            string[] keys = [.. Enumerable.Range(0, 3).Select(_ => $"contact:store-1/email:{random.Next(12)}").Distinct()];
            var result = await _tables.Reservations.TakeAsync(
                rows[i].Lease, [.. keys.Select(key => new ReservationRequest(key, TimeSpan.MaxValue))], default);
            if (result is ReservationResult.Taken)
                taken.Add((rows[i].Lease.Invitation.Value, keys));
        });

        Assert.That(taken.SelectMany(one => one.Keys), Is.Unique);
        Assert.That(taken, Is.Not.Empty);
    }

    [Test]
    public async Task TakeAsync_HoldersFailAndWakeTheNext_EachKeyIsAcceptedOnce()
    {
        const int Keys = 10;
        var rows = await LeasedAsync(Keys * 10);
        var accepted = new ConcurrentBag<int>();
        var left = new ConcurrentDictionary<int, int>(Enumerable.Range(0, Keys).Select(key => KeyValuePair.Create(key, 5)));
        var work = new ConcurrentQueue<(LeasedInvitation Row, int Key)>(rows.Select((row, i) => (row, i % Keys)));
        var keyOf = rows.Select((row, i) => (row.Lease.Invitation, Key: i % Keys)).ToDictionary(pair => pair.Invitation, pair => pair.Key);
        await RaceAsync(Enumerable.Range(0, 16), async _ =>
        {
            for (var idle = 0; idle < 20;)
            {
                if (!work.TryDequeue(out var next))
                {
                    // Only rows that were woken are due: the others wait for an hour.
                    var due = await _tables.Outbox.LeaseDueAsync(5, TimeSpan.Zero, Some.LeaseLength, "node", default);
                    foreach (var row in due)
                        work.Enqueue((row, keyOf[row.Lease.Invitation]));
                    idle = due.Count == 0 ? idle + 1 : 0;
                    continue;
                }

                var result = await _tables.Reservations.TakeAsync(next.Row.Lease, [new ReservationRequest($"subject:1/order:{next.Key}", TimeSpan.MaxValue)], default);
                var change = result switch
                {
                    ReservationResult.Held { State: Accepted } => new InvitationChange { State = Skipped, Reason = "Invited already." },
                    ReservationResult.Held held => new InvitationChange { State = Pending, Reason = "Another is on its way.", RetryIn = TimeSpan.FromHours(1), BlockedBy = held.By },
                    // The first five of each key fail.
                    _ when left.AddOrUpdate(next.Key, 0, (_, before) => before - 1) >= 0 => new InvitationChange { State = Failed, Reason = "Refused." },
                    _ => Some.Accepted,
                };
                if (change.State == Accepted)
                    accepted.Add(next.Key);
                Assert.That(await _tables.Outbox.CompleteAsync(next.Row.Lease, change, default), Is.True);
            }
        });

        var states = await _tables.Queries.CountByStateAsync(default);
        Assert.That(accepted, Is.Unique);
        Assert.That((states.GetValueOrDefault(Accepted), states.GetValueOrDefault(Failed), states.GetValueOrDefault(Skipped)), Is.EqualTo((Keys, 5 * Keys, 4 * Keys)),
            "none is left asleep");
    }

    private static Task RaceAsync(IEnumerable<int> numbers, Func<int, Task> work) =>
        Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (number, _) => await work(number));

    private async Task<List<LeasedInvitation>> LeasedAsync(int count)
    {
        await RaceAsync(Enumerable.Range(0, count), number => _tables.AddAsync(number));
        var rows = new List<LeasedInvitation>();
        while (rows.Count < count)
            rows.AddRange(await _tables.Outbox.LeaseDueAsync(500, TimeSpan.Zero, TimeSpan.FromHours(1), "node", default));
        return rows;
    }
}
