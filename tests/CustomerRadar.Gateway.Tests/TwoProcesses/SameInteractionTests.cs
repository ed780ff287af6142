using CustomerRadar.Core.Invitations;
using CustomerRadar.Gateway.Tests.Processes;
using CustomerRadar.Sandbox;
using CustomerRadar.Testing;

namespace CustomerRadar.Gateway.Tests.TwoProcesses;

/// <summary>The same interaction, from two gateways at once on one PostgreSQL.</summary>
public sealed class SameInteractionTests
{
    private const int Times = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Test]
    public async Task TwoGateways_TheSameInteractionAHundredTimesAtOnce_OneRowAndOneAccepted()
    {
        using var end = new CancellationTokenSource(Patience);
        await using var database = await PostgresDatabase.CreateAsync(end.Token);
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions(), end.Token);
        var gateways = new Gateways(database.ConnectionString, sandbox.Address);
        await using var first = await gateways.StartAsync(null, end.Token);
        await using var second = await gateways.StartAsync(null, end.Token);

        var booking = new Booking("SAME", TimeProvider.System.GetUtcNow().AddDays(-1));
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var deliveries = Enumerable.Range(0, Times).Select(number => DeliverAsync(number % 2 == 0 ? first : second)).ToList();
        go.SetResult();
        var results = await Task.WhenAll(deliveries);
        while ((await first.RowsAsync(end.Token)).Any(row => row.State is nameof(InvitationState.Pending) or nameof(InvitationState.Sending)))
            await Task.Delay(100, end.Token);

        Assert.Multiple(async () =>
        {
            // On a busy machine the answer that says so may be the one that comes too late; then its second delivery finds the row as well.
            Assert.That(results.Count(result => result == "planned"), Is.LessThanOrEqualTo(1), "one delivery writes the row");
            Assert.That(results, Is.All.AnyOf("planned", "duplicate"), "every other one finds it");
            Assert.That(await second.RowsAsync(end.Token), Is.EqualTo(new[] { new Row(booking.Subject, nameof(InvitationState.Accepted)) }));
            Assert.That(sandbox.Invitations, Has.Count.EqualTo(1));
        });

        async Task<string> DeliverAsync(GatewayProcess gateway)
        {
            await go.Task;
            return await gateway.DeliverAsync(booking.Delivery(), end.Token);
        }
    }
}
