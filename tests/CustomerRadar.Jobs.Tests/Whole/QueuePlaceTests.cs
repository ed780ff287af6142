using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>Rows that a pause met in workers' hands go out in the order in which they were due, whatever they were doing when it closed.</summary>
[CancelAfter(120_000)]
public sealed class QueuePlaceTests
{
    // As many as a sweep sends side by side.
    private const int SideBySide = 8;
    private const int Rows = 6 * SideBySide;

    private World _world = null!;

    [SetUp]
    public async Task SetUpAsync() => _world = await World.CreateAsync();

    [TearDown]
    public async Task TearDownAsync() => await _world.DisposeAsync();

    [TestCase("rule")]
    [TestCase("password")]
    public async Task SavingWhatWasRefused_ReleasesAll_TheLongestDueFirst(string what)
    {
        var (rule, connection) = (Shop.Rule, _world.Shop.Connection);
        if (what == "rule")
            _world.Shop.Rules = [rule with { DefaultLocation = new LocationTarget(LocationDisplayId.Parse("elsewhere")) }];
        else
            _world.Shop.Connection = connection with { Password = new Secret("wrong") };
        // The later it was planned, the longer it has been due.
        for (var order = 1; order <= Rows; order++)
            await _world.Node.PlanAsync(order, _world.Time.GetUtcNow().AddMinutes(-order));

        // Several are refused at once, some find the pause when their turn has come, and the others are held without a call.
        await Task.WhenAll(_world.Node.SweepAsync(), _world.AddNode().SweepAsync());
        Assert.That(_world.Sandbox.Requests.Refused, Is.InRange(1, Rows - 1));
        Assert.That(_world.Sandbox.Invitations, Is.Empty);

        (_world.Shop.Connection, _world.Shop.Rules) = (connection, [rule]);
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
        await _world.Node.SweepAsync();
        var went = _world.Sandbox.Invitations.Select(invitation => invitation.Entry.GetProperty("email").GetString()!);
        Assert.That(
            went.Chunk(SideBySide).Select(page => page.Order(StringComparer.Ordinal)),
            Is.EqualTo(Enumerable.Range(1, Rows).Reverse().Select(_world.Shop.EmailOf).Chunk(SideBySide).Select(page => page.Order(StringComparer.Ordinal))),
            "those of a sweep's page go side by side, page after page");
    }
}
