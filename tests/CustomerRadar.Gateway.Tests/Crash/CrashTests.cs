using CustomerRadar.Core.Api;
using CustomerRadar.Gateway.Tests.Processes;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.Crash;

/// <summary>Two gateways on one PostgreSQL, killed again and again while they work: nothing lost, nothing twice, nothing unexplained.</summary>
public sealed class CrashTests
{
    private const int Bookings = 500;
    private const int Rounds = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // Slow enough that every kill hits work, short enough that the leases of the killed end soon.
    private static readonly Dictionary<string, string?> Pace = new()
    {
        ["CustomerRadar__RequestsPerSecond"] = "20",
        ["CustomerRadar__TotalTimeoutSeconds"] = "3",
    };

    // What has been due for a month is not sent.
    private static readonly DateTimeOffset Yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);

    [Test]
    public async Task TwoGateways_KilledTenTimesEach_EveryBookingIsOneRowInAFinalStateAndSentAtMostOnce()
    {
        using var end = new CancellationTokenSource(Patience);
        await using var database = await PostgresDatabase.CreateAsync(end.Token);
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions(), end.Token);
        var gateways = new Gateways(database.ConnectionString, sandbox.Address);
        await using var first = await gateways.StartAsync(Pace, end.Token);
        await using var second = await gateways.StartAsync(Pace, end.Token);

        var kills = 0;
        IReadOnlyList<Row> rows;
        try
        {
            var delivering = DeliverAllAsync([first, second], end.Token);
            kills = await KillAsync([first, second], sandbox, end.Token);
            await delivering;
            rows = await SettledAsync([first, second], end.Token);
        }
        catch (OperationCanceledException)
        {
            throw new AssertionException(
                $"Not done within {Patience}: {kills} kills, the sandbox counts {sandbox.Requests}. The gateways said:{Environment.NewLine}{first.Said}{Environment.NewLine}{second.Said}");
        }

        var sent = sandbox.Invitations.GroupBy(Reference).ToDictionary(group => group.Key, group => group.Count());
        var states = rows.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Count());
        TestContext.Out.WriteLine($"{kills} kills; {string.Join(", ", states.Select(state => $"{state.Value} {state.Key}"))}; at most {sandbox.Requests.MaxInFlight} requests in flight");
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.Subject), Is.EquivalentTo(Enumerable.Range(0, Bookings).Select(i => CrashBooking(i).Subject)));
            Assert.That(rows.Select(row => row.State), Is.All.AnyOf("Accepted", "Unconfirmed"));
            Assert.That(sent.Where(booking => booking.Value > 1), Is.Empty, "no booking may reach Customer Radar twice");
            Assert.That(rows.Where(row => row.State == "Accepted" && !sent.ContainsKey(row.Subject)), Is.Empty, "what is called accepted was accepted");
            // What a kill can leave in doubt is what was marked and not answered, whether or not it had reached the sandbox.
            Assert.That(states.GetValueOrDefault("Unconfirmed"), Is.LessThanOrEqualTo(kills * new ApiOptions().InFlight));
        });
    }

    // Each booking twice, in any order, to any gateway, until one has taken it: as a platform delivers.
    private static async Task DeliverAllAsync(IReadOnlyList<GatewayProcess> gateways, CancellationToken cancellationToken)
    {
        var random = new Random(7);
        var deliveries = Enumerable.Range(0, Bookings).Concat(Enumerable.Range(0, Bookings)).OrderBy(_ => random.Next()).ToList();
        await Parallel.ForEachAsync(
            deliveries.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (delivery, token) =>
            {
                for (var attempt = 0; await gateways[(delivery.Index + attempt) % gateways.Count].TryDeliverAsync(CrashBooking(delivery.Item), token) is null; attempt++)
                    await Task.Delay(50, token);
            });
    }

    // A round begins when the sandbox has got some more, so that every kill hits work; both die in every round.
    private static async Task<int> KillAsync(IReadOnlyList<GatewayProcess> gateways, SandboxApp sandbox, CancellationToken cancellationToken)
    {
        var kills = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var gateway in gateways)
            {
                var goal = Math.Min(sandbox.Requests.Invitations + 8, Bookings - ((Rounds - round) * 8));
                while (sandbox.Requests.Invitations < goal)
                    await Task.Delay(20, cancellationToken);
                await gateway.KillAndRestartAsync(cancellationToken);
                kills++;
            }
        }

        return kills;
    }

    private static async Task<IReadOnlyList<Row>> SettledAsync(IReadOnlyList<GatewayProcess> gateways, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await gateways[0].RowsAsync(cancellationToken);
            if (rows.Count >= Bookings && rows.All(row => row.State is not ("Pending" or "Sending")))
                return rows;
            await Task.Delay(500, cancellationToken);
        }
    }

    private static Booking CrashBooking(int number) => new($"CRASH{number:0000}", Yesterday);

    private static string Reference(Sandbox.Invitations.AcceptedInvitation invitation) =>
        "booking:" + invitation.Entry.GetProperty("metadata").EnumerateArray().Single(pair => pair.GetProperty("key").GetString() == "booking_reference").GetProperty("value").GetString();
}
