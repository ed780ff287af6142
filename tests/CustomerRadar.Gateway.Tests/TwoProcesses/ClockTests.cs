using CustomerRadar.Core.Invitations;
using CustomerRadar.Gateway.Tests.Processes;
using CustomerRadar.Sandbox;
using CustomerRadar.Sandbox.Invitations;
using CustomerRadar.Testing;
using Npgsql;

namespace CustomerRadar.Gateway.Tests.TwoProcesses;

/// <summary>A gateway whose wall clock is an hour ahead beside a right one, on one PostgreSQL: when a row is due, the database's clock says.</summary>
public sealed class ClockTests
{
    private const int Each = 150;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly Dictionary<string, string?> Pace = new() { ["CustomerRadar__RequestsPerSecond"] = "100" };

    [Test]
    public async Task OneGatewayAnHourAhead_NothingIsSentTwiceOrBeforeItsTime_AndItsLogInHolds()
    {
        var wrongClock = FakeClock.Ahead(TimeSpan.FromHours(1));
        using var end = new CancellationTokenSource(Patience);
        await using var database = await PostgresDatabase.CreateAsync(end.Token);
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions(), end.Token);
        var gateways = new Gateways(database.ConnectionString, sandbox.Address);
        await using var right = await gateways.StartAsync(Pace, end.Token);
        await using var ahead = await gateways.StartAsync(Pace.Concat(wrongClock).ToDictionary(), end.Token);

        var due = TimeProvider.System.GetUtcNow() - Booking.Delay;
        var now = Bookings("NOW", due.AddMinutes(-1));
        var later = Bookings("LATER", due.AddMinutes(30));
        await DeliverAsync(now.Zip(later).SelectMany(pair => new[] { pair.First, pair.Second }), [right, ahead], end.Token);
        await AcceptedAsync(sandbox, now.Count, ahead, end.Token);

        // Alone, the process ahead sends what is due, and its jobs for what is not have run: to it they were half an hour late.
        await right.StopAsync(end.Token);
        var alone = Bookings("ALONE", due.AddMinutes(-1));
        await DeliverAsync(alone, [ahead], end.Token);
        await AcceptedAsync(sandbox, now.Count + alone.Count, ahead, end.Token);
        await NoJobWaitsAsync(database, end.Token);

        var rows = await ahead.RowsAsync(end.Token);
        Assert.Multiple(() =>
        {
            Assert.That(sandbox.Invitations.Select(Subject), Is.EquivalentTo(now.Concat(alone).Select(booking => booking.Subject)));
            Assert.That(
                rows.Where(row => row.State != nameof(InvitationState.Accepted)).Select(row => (row.Subject, row.State)),
                Is.EquivalentTo(later.Select(booking => (booking.Subject, nameof(InvitationState.Pending)))));
            Assert.That(rows, Has.Count.EqualTo(now.Count + later.Count + alone.Count));
            // At most one for each process: the token of the one ahead, expired on arrival by its clock, is used for its life all the same.
            Assert.That(sandbox.Requests.LogIns, Is.LessThanOrEqualTo(2));
            Assert.That(ahead.HasSaid("had expired when it arrived"), Is.True, "its wrong clock is logged");
        });
    }

    private static List<Booking> Bookings(string name, DateTimeOffset endsAt) => [.. Enumerable.Range(0, Each).Select(number => new Booking($"{name}{number:000}", endsAt))];

    private static Task DeliverAsync(IEnumerable<Booking> bookings, IReadOnlyList<GatewayProcess> gateways, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            bookings.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (booking, token) =>
                Assert.That(await gateways[booking.Index / 2 % gateways.Count].TryDeliverAsync(booking.Item, token), Is.EqualTo("planned")));

    private static async Task AcceptedAsync(SandboxApp sandbox, int count, GatewayProcess ahead, CancellationToken cancellationToken)
    {
        while (sandbox.Invitations.Count < count && !cancellationToken.IsCancellationRequested)
            await Task.Delay(100, CancellationToken.None);
        Assert.That(
            sandbox.Invitations.Count,
            Is.GreaterThanOrEqualTo(count),
            () => $"Not done within {Patience}: the sandbox counts {sandbox.Requests}. The gateway ahead said:{Environment.NewLine}{ahead.Said}");
    }

    // Half of what is due later was planned by the process ahead, which thinks it is overdue.
    private static async Task NoJobWaitsAsync(PostgresDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from customerradar_jobs.job where statename in ('Scheduled', 'Enqueued', 'Processing')";
        while ((long)(await command.ExecuteScalarAsync(cancellationToken))! > 0)
            await Task.Delay(200, cancellationToken);
    }

    private static string Subject(AcceptedInvitation invitation) =>
        "booking:" + invitation.Entry.GetProperty("metadata").EnumerateArray().Single(pair => pair.GetProperty("key").GetString() == "booking_reference").GetProperty("value").GetString();
}
