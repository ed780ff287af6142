using CustomerRadar.Core.Invitations;
using CustomerRadar.Gateway.Tests.Processes;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.TwoProcesses;

/// <summary>Cancellations that arrive before what they cancel, from two gateways on one PostgreSQL.</summary>
public sealed class CancelledFirstTests
{
    private const int Bookings = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Test]
    public async Task TwoGateways_CancellationAtOneBeforeTheBookingAtTheOther_NothingIsSent()
    {
        using var end = new CancellationTokenSource(Patience);
        await using var database = await PostgresDatabase.CreateAsync(end.Token);
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions(), end.Token);
        var gateways = new Gateways(database.ConnectionString, sandbox.Address);
        await using var first = await gateways.StartAsync(null, end.Token);
        await using var second = await gateways.StartAsync(null, end.Token);

        // All of them would be due.
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Bookings).Select(number => new Booking($"FIRST{number:00}", yesterday)),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = end.Token },
            async (booking, token) =>
            {
                Assert.That(await first.DeliverAsync(booking.Cancellation(), token), Is.EqualTo("cancelled"));
                Assert.That(await second.DeliverAsync(booking.Delivery(), token), Is.EqualTo("cancelled"));
            });

        // One that stands shows that both had the time to send.
        var stands = new Booking("STANDS", yesterday);
        await second.DeliverAsync(stands.Delivery(), end.Token);
        while ((await first.RowsAsync(end.Token)).All(row => row.State != nameof(InvitationState.Accepted)))
            await Task.Delay(100, end.Token);

        Assert.That(await first.RowsAsync(end.Token), Is.EqualTo(new[] { new Row(stands.Subject, nameof(InvitationState.Accepted)) }));
        Assert.That(sandbox.Invitations, Has.Count.EqualTo(1));
    }
}
