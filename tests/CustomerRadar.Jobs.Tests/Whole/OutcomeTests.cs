using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>The design's table "Outcomes of a call", row by row: the real client, job and storage against a sandbox that misbehaves.</summary>
[CancelAfter(120_000)]
public sealed class OutcomeTests
{
    private World _world = null!;

    private Node Node => _world.Node;

    [SetUp]
    public async Task SetUpAsync() => _world = await World.CreateAsync();

    [TearDown]
    public async Task TearDownAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Accepted_KeepsTheReference()
    {
        var row = await SendAsync(1);
        Assert.That((row.State, row.Status, row.Code), Is.EqualTo((InvitationState.Accepted, 200, "00000")));
        Assert.That(row.Reference, Is.EqualTo(_world.Sandbox.Invitations.Single().Reference));
    }

    [Test]
    public async Task IdsThatDoNotBelongTogether_PauseTheRuleAndLocation_UntilAProbeAnHourLaterOrTheRuleReadsOtherwise()
    {
        var elsewhere = Shop.Rule with { DefaultLocation = new LocationTarget(LocationDisplayId.Parse("elsewhere")) };
        _world.Shop.Rules = [elsewhere];
        var first = await SendAsync(1);
        var second = await SendAsync(2);

        Assert.That((first.State, first.Advice), Is.EqualTo((InvitationState.Pending, "Client, programme, location and POM id do not belong together. Look them up at Customer Radar and correct the rule.")));
        Assert.That((second.State, second.HeldBy, second.Attempts), Is.EqualTo((InvitationState.Pending, first.HeldBy, 0)), "held without a call");
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(1));

        await _world.MoveTimeAsync(TimeSpan.FromMinutes(61));
        await Node.SweepAsync();
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(2), "one probe for both");

        _world.Shop.Rules = [Shop.Rule];
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
        await Node.SweepAsync();
        Assert.That(_world.Sandbox.Invitations.Select(invitation => invitation.Entry.GetProperty("email").GetString()),
            Is.EquivalentTo(new[] { "customer1@example.com", "customer2@example.com" }));
    }

    [Test]
    public async Task ProgrammeWithoutPostmark_PausesTheRule_AndSaysThatOnlySupportCanHelp()
    {
        // The sandbox has such a programme.
        _world.Shop.Rules = [Shop.Rule with { Programme = ProgrammeDisplayId.Parse("e5f7a2c4089b4d16937c5e1d0f8a6b42") }];
        var row = await SendAsync(1);
        Assert.That((row.State, row.HeldBy?.IsOfRule), Is.EqualTo((InvitationState.Pending, true)));
        Assert.That(row.Advice, Does.Contain("support@customerradar.com"));
    }

    [TestCase(400, TestName = "400 with another message: Failed, with message and advice")]
    [TestCase(422, TestName = "Another 4xx: Failed")]
    [TestCase(403, TestName = "403 after a fresh log-in: Failed")]
    public async Task Refused_Fails_AndTheNextRowGoesOut(int status)
    {
        _world.Sandbox.SetFault(Fault.Status(status, count: status == 403 ? 2 : 1));
        var refused = await SendAsync(1);
        var next = await SendAsync(2);

        Assert.That((refused.State, refused.Status, next.State), Is.EqualTo((InvitationState.Failed, status, InvitationState.Accepted)));
        Assert.That(refused.Advice, Is.Not.Null);
        Assert.That(_world.Sandbox.Requests.LogIns, Is.EqualTo(status == 403 ? 2 : 1));

        // The merchant has corrected what the message named.
        Assert.That(await Node.Service<IInvitationCommands>().RetryAsync(refused.Id, "test", CancellationToken.None), Is.EqualTo(CommandResult.Done));
        await Node.RunJobAsync(refused.Id);
        var retried = await Node.RowAsync(refused.Id);
        Assert.That((retried.State, retried.Status, _world.Sandbox.Invitations.Count), Is.EqualTo((InvitationState.Accepted, 200, 2)));
    }

    [Test]
    public async Task TokenNotTaken_IsRenewedOnce_AndTheSameRowGoesOut()
    {
        await SendAsync(1);
        _world.Sandbox.SetFault(Fault.ExpireTokens);
        var row = await SendAsync(2);
        Assert.That((row.State, _world.Sandbox.Requests.LogIns), Is.EqualTo((InvitationState.Accepted, 2)));
    }

    [Test]
    public async Task TokenNotTakenTwice_BacksThatRowOff()
    {
        _world.Sandbox.SetFault(Fault.Status(401, count: 2));
        var row = await SendAsync(1);
        Assert.That((row.State, row.Status, row.HeldBy), Is.EqualTo((InvitationState.Pending, 401, (PauseScope?)null)));
        Assert.That(row.DueAt - _world.Time.GetUtcNow(), Is.InRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)));
        Assert.That((await SendAsync(2)).State, Is.EqualTo(InvitationState.Accepted), "the others go on");
        Assert.That(await Node.Service<SendingPauses>().ListAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task TokensNeverTaken_CloseTheConnectionForTheLogIn_AndTellThePerson()
    {
        _world.Sandbox.SetFault(Fault.Status(401));
        for (var order = 1; order <= PausePolicy.TroublesThatClose; order++)
            Assert.That((await SendAsync(order)).State, Is.EqualTo(InvitationState.Pending));
        var logIns = _world.Sandbox.Requests.LogIns;
        var held = await SendAsync(4);
        Assert.That((held.State, held.Attempts, _world.Sandbox.Requests.LogIns), Is.EqualTo((InvitationState.Pending, 0, logIns)), "nobody asks any more");

        await Node.RunWorkAsync("alerts");
        var alert = (await Node.Service<IAlerts>().OpenAsync(CancellationToken.None)).Single().Alert;
        Assert.That((alert.Kind, alert.Scope), Is.EqualTo((AlertKind.LogInRefused, PauseScope.Of(_world.Shop.Connection.Key).ToString())));
        Assert.That(alert.Message, Does.Contain("did not take the token"));

        _world.Sandbox.SetFault(Fault.None);
        for (var minute = 0; minute < 10; minute++)
        {
            await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await Node.SweepAsync();
        }

        await Node.RunWorkAsync("alerts");
        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(4));
        Assert.That(await Node.Service<IAlerts>().OpenAsync(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task LogInRefused_PausesTheConnectionForEveryNode_FiveMinutesDoubling()
    {
        _world.Sandbox.SetFault(Fault.RefuseLogin());
        var first = await SendAsync(1);
        Assert.That((first.State, first.Attempts, first.HeldBy), Is.EqualTo((InvitationState.Pending, 0, PauseScope.Of(_world.Shop.Connection.Key))));
        Assert.That(first.Advice, Is.EqualTo("Check user name and password of the connection; Customer Radar support gives them out."));

        var other = _world.AddNode();
        var second = await other.PlanAsync(2);
        await other.RunJobAsync(second);
        Assert.That(_world.Sandbox.Requests.Refused, Is.EqualTo(1), "the other node knows too");

        var logIns = new List<int>();
        for (var minute = 0; minute <= 60; minute++)
        {
            await _world.MoveTimeAsync(TimeSpan.FromMinutes(1));
            await Node.SweepAsync();
            await other.SweepAsync();
            logIns.Add(_world.Sandbox.Requests.Refused);
        }

        Assert.That(logIns[^1], Is.EqualTo(4), "after 5, 15 and 35 minutes");
        Assert.That((await Node.RowAsync(second)).Attempts, Is.Zero);
    }

    [Test]
    public async Task LogInRefused_NewSettings_EndThePauseAtOnce()
    {
        var right = _world.Shop.Connection;
        _world.Shop.Connection = right with { Password = new Secret("wrong") };
        var id = await Node.PlanAsync(1);
        await Node.RunJobAsync(id);
        Assert.That((await Node.RowAsync(id)).State, Is.EqualTo(InvitationState.Pending));

        _world.Shop.Connection = right;
        await _world.MoveTimeAsync(TimeSpan.FromSeconds(31));
        await Node.SweepAsync();
        Assert.That((await Node.RowAsync(id)).State, Is.EqualTo(InvitationState.Accepted));
    }

    [Test]
    public async Task NotSent_WaitsFromAMinuteUp_AndGivesUpAfter72Hours()
    {
        var right = _world.Shop.Connection;
        _world.Shop.Connection = right with { BaseAddress = Peers.NobodyListens() };
        var id = await Node.PlanAsync(1);
        await Node.RunJobAsync(id);
        var row = await Node.RowAsync(id);
        Assert.That((row.State, row.Attempts), Is.EqualTo((InvitationState.Pending, 0)));
        Assert.That(row.DueAt - _world.Time.GetUtcNow(), Is.InRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)));

        for (var hour = 0; hour < 80 && (row = await Node.RowAsync(id)).State == InvitationState.Pending; hour++)
        {
            await _world.MoveTimeAsync(TimeSpan.FromHours(1));
            await Node.SweepAsync();
        }

        Assert.That(row.State, Is.EqualTo(InvitationState.Failed));
        Assert.That(row.Reason, Does.StartWith("Given up after 72 hours"));
    }

    [Test]
    public async Task AnOutageOfThreeDays_GivesUpAllThatItHeld_AndNothingElse()
    {
        _world.Sandbox.SetFault(Fault.Status(503));
        var old = new List<InvitationId>();
        for (var order = 1; order <= 40; order++)
            old.Add(await Node.PlanAsync(order));
        await SweepHourlyAsync(60);
        var young = await Node.PlanAsync(41);
        // A row that has tried itself may wait for up to six hours more before it finds out.
        await SweepHourlyAsync(27);

        var rows = await Task.WhenAll(old.Select(Node.RowAsync));
        Assert.That(rows.Select(row => row.State), Is.All.EqualTo(InvitationState.Failed));
        Assert.That(rows.Select(row => row.Reason), Is.All.StartsWith("Given up after 72 hours: Customer Radar"));
        Assert.That((await Node.RowAsync(young)).State, Is.EqualTo(InvitationState.Pending));

        // Tried again by hand, a row waits like a new one.
        await Node.Service<IInvitationCommands>().RetryAsync(old[0], "test", CancellationToken.None);
        await SweepHourlyAsync(3);
        Assert.That((await Node.RowAsync(old[0])).State, Is.EqualTo(InvitationState.Pending));

        _world.Sandbox.SetFault(Fault.None);
        await SweepHourlyAsync(8);
        Assert.That((await Task.WhenAll(Node.RowAsync(young), Node.RowAsync(old[0]))).Select(row => row.State), Is.All.EqualTo(InvitationState.Accepted));
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task AskedToWait_HonoursRetryAfter(int status)
    {
        _world.Sandbox.SetFault(Fault.Status(status, retryAfter: 600, count: 1));
        var row = await SendAsync(1);
        Assert.That((row.State, row.Status), Is.EqualTo((InvitationState.Pending, status)));
        Assert.That(row.DueAt - _world.Time.GetUtcNow(), Is.EqualTo(TimeSpan.FromMinutes(10)).Within(TimeSpan.FromSeconds(30)));

        await _world.MoveTimeAsync(TimeSpan.FromMinutes(11));
        await Node.SweepAsync();
        Assert.That((await Node.RowAsync(row.Id)).State, Is.EqualTo(InvitationState.Accepted));
    }

    [TestCase("408")]
    [TestCase("500")]
    [TestCase("502")]
    [TestCase("504")]
    [TestCase("unreadable")]
    [TestCase("cut")]
    public async Task NobodyKnows_IsHeldAsUnconfirmed_AndNeverSentAgainByItself(string what)
    {
        _world.Sandbox.SetFault(what switch
        {
            "unreadable" => Fault.Garbage(count: 1),
            "cut" => Fault.DropAfterAccept(count: 1),
            _ => Fault.Status(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture), count: 1),
        });
        var row = await SendAsync(1);
        Assert.That((row.State, row.Attempts), Is.EqualTo((InvitationState.Unconfirmed, 1)));
        Assert.That(row.Advice, Is.EqualTo("Look at Customer Radar, then mark it as accepted or send it again."));

        await _world.MoveTimeAsync(TimeSpan.FromDays(3));
        await Node.SweepAsync();
        var later = await Node.RowAsync(row.Id);
        Assert.That((later.State, later.Attempts), Is.EqualTo((InvitationState.Unconfirmed, 1)));
    }

    [TestCase(301)]
    [TestCase(404)]
    [TestCase(405)]
    public async Task WrongAddress_PausesTheConnection(int status)
    {
        _world.Sandbox.SetFault(Fault.Status(status));
        var first = await SendAsync(1);
        var second = await SendAsync(2);
        Assert.That((first.State, first.HeldBy), Is.EqualTo((InvitationState.Pending, PauseScope.Of(_world.Shop.Connection.Key))));
        Assert.That((second.State, second.Attempts, _world.Sandbox.Requests.Failed), Is.EqualTo((InvitationState.Pending, 0, 1)));
        Assert.That(first.Advice, Does.Contain("Check the API address"));

        _world.Sandbox.SetFault(Fault.None);
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(61));
        await Node.SweepAsync();
        await Node.SweepAsync();
        Assert.That(_world.Sandbox.Invitations, Has.Count.EqualTo(2), "the probe in one sweep, the other one in the next at the latest");
    }

    [Test]
    public async Task OurOwnDefect_WaitsAndThenFails_AndTheRowSaysWhere()
    {
        _world.Shop.EmailOf = _ => throw new InvalidOperationException("A defect.");
        var id = await Node.PlanAsync(1);
        await Node.RunJobAsync(id);
        var row = await Node.RowAsync(id);
        Assert.That(row.State, Is.EqualTo(InvitationState.Pending));
        Assert.That(row.Reason, Is.EqualTo($"An error in the plugin (InvalidOperationException); the log has it under invitation {id}."));

        for (var hour = 0; hour < 80 && (row = await Node.RowAsync(id)).State == InvitationState.Pending; hour++)
        {
            await _world.MoveTimeAsync(TimeSpan.FromHours(1));
            await Node.SweepAsync();
        }

        Assert.That((row.State, row.Attempts), Is.EqualTo((InvitationState.Failed, 0)));
    }

    private async Task SweepHourlyAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            await _world.MoveTimeAsync(TimeSpan.FromHours(1));
            // The first one has the probe, the second one finds what that left behind.
            await Node.SweepAsync();
            await Node.SweepAsync();
        }
    }

    private async Task<InvitationRow> SendAsync(int order)
    {
        var id = await Node.PlanAsync(order);
        await Node.RunJobAsync(id);
        return await Node.RowAsync(id);
    }
}
