using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>The alerts of the table "Outcomes of a call": raised once while it lasts, over when it is.</summary>
[CancelAfter(120_000)]
public sealed class OutcomeAlertTests
{
    private World _world = null!;

    private Node Node => _world.Node;

    [SetUp]
    public async Task SetUpAsync() => _world = await World.CreateAsync();

    [TearDown]
    public async Task TearDownAsync() => await _world.DisposeAsync();

    [Test]
    public async Task LogInRefused_IsAnAlertOfTheConnection()
    {
        _world.Sandbox.SetFault(Fault.RefuseLogin());
        await SendAsync(1);
        await ExpectAsync(AlertKind.LogInRefused, PauseScope.Of(_world.Shop.Connection.Key), "Customer Radar refuses the log-in");

        _world.Sandbox.SetFault(Fault.None);
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(6));
        await ExpectOverAsync();
    }

    [Test]
    public async Task WrongAddress_IsAnAlertOfTheConnection()
    {
        _world.Sandbox.SetFault(Fault.Status(404));
        await SendAsync(1);
        await ExpectAsync(AlertKind.WrongAddress, PauseScope.Of(_world.Shop.Connection.Key), "The address of the API is wrong");

        _world.Sandbox.SetFault(Fault.None);
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(61));
        await ExpectOverAsync();
    }

    [Test]
    public async Task ConfigurationRefused_IsOneAlertOfTheRuleAndLocation_HoweverManyRowsItHolds()
    {
        _world.Shop.Rules = [Shop.Rule with { DefaultLocation = new LocationTarget(LocationDisplayId.Parse("elsewhere")) }];
        var first = await SendAsync(1);
        await SendAsync(2);
        await ExpectAsync(AlertKind.ConfigurationRefused, first.HeldBy!.Value, "Customer Radar refuses the ids of a send rule");

        _world.Shop.Rules = [Shop.Rule];
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
        await ExpectOverAsync();
        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task NotReachable_IsAnAlertWhenItHasLastedAnHour()
    {
        await _world.StopSandboxAsync();
        for (var order = 1; order <= PausePolicy.TroublesThatClose; order++)
            await SendAsync(order);
        for (var minute = 0; minute < 55; minute++)
            await MinuteAsync();
        await Node.RunWorkAsync("alerts");
        Assert.That(await Node.Service<IAlerts>().OpenAsync(CancellationToken.None), Is.Empty, "a short outage heals by itself");

        for (var minute = 0; minute < 10; minute++)
            await MinuteAsync();
        await ExpectAsync(AlertKind.Outage, PauseScope.Of(_world.Shop.Connection.Key), "Customer Radar has taken no invitations for more than an hour");

        await _world.StartSandboxAsync();
        for (var minute = 0; minute < 65; minute++)
            await MinuteAsync();
        await ExpectOverAsync();
        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(PausePolicy.TroublesThatClose));

        async Task MinuteAsync()
        {
            await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await Node.SweepAsync();
        }
    }

    [TestCase(500, AlertKind.Unconfirmed, "One invitation is held as Unconfirmed")]
    [TestCase(400, AlertKind.Failed, "One invitation has failed since yesterday.")]
    public async Task RowThatWaitsForAPerson_IsCountedInAnAlert(int status, AlertKind kind, string message)
    {
        _world.Sandbox.SetFault(Fault.Status(status, count: 1));
        var row = await SendAsync(1);
        await ExpectAsync(kind, scope: null, message);

        var commands = Node.Service<IInvitationCommands>();
        await (kind == AlertKind.Failed
            ? commands.RetryAsync(row.Id, "test", CancellationToken.None)
            : commands.MarkAcceptedAsync(row.Id, "test", CancellationToken.None));
        await ExpectOverAsync();
    }

    // Null: everywhere.
    private async Task ExpectAsync(AlertKind kind, PauseScope? scope, string message)
    {
        for (var round = 0; round < 2; round++)
            await Node.RunWorkAsync("alerts");
        var open = (await Node.Service<IAlerts>().OpenAsync(CancellationToken.None)).Single();
        Assert.That((open.Alert.Kind, open.Alert.Scope, open.Count), Is.EqualTo((kind, scope?.ToString() ?? "all", 1)));
        Assert.That(open.Alert.Message, Does.StartWith(message));
        Assert.That(open.Alert.Advice, Is.Not.Null);
    }

    private async Task ExpectOverAsync()
    {
        await Node.SweepAsync();
        await Node.RunWorkAsync("alerts");
        Assert.That(await Node.Service<IAlerts>().OpenAsync(CancellationToken.None), Is.Empty);
    }

    private async Task<InvitationRow> SendAsync(int order)
    {
        var id = await Node.PlanAsync(order);
        await Node.RunJobAsync(id);
        return await Node.RowAsync(id);
    }
}
