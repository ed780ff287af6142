using System.Net;
using System.Net.Sockets;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>The rows of "Outcomes of a call" where the sandbox says nothing, or something that it never says.</summary>
[CancelAfter(120_000)]
public sealed class NoAnswerTests
{
    private World _world = null!;
    private SwitchedProxy _proxy = null!;

    private Node Node => _world.Node;

    [SetUp]
    public async Task SetUpAsync()
    {
        _proxy = new SwitchedProxy();
        _world = await World.CreateAsync(options =>
        {
            (options.ConnectTimeout, options.TotalTimeout) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8));
            // Past the proxy that the machine may have: its answer is not the network's.
            options.Proxy = _proxy;
        });
    }

    [TearDown]
    public async Task TearDownAsync() => await _world.DisposeAsync();

    [TestCase("nobody listens", "No connection to 127.0.0.1:")]
    [TestCase("no such name", "no-such-host.invalid")]
    [TestCase("no TLS", "No secure connection (TLS) to 127.0.0.1:")]
    [TestCase("silent", "could be made in time.")]
    public async Task NoConnection_Waits_AndGoesOutWhenThereIsOne(string what, string reason)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        var right = _world.Shop.Connection;
        _world.Shop.Connection = right with
        {
            BaseAddress = what switch
            {
                "nobody listens" => Peers.NobodyListens(),
                "no such name" => BaseAddress.Parse("https://no-such-host.invalid"),
                "no TLS" => Peers.WithoutTls(listener),
                _ => Peers.Silent(listener),
            },
        };
        var row = await SendAsync(1);
        Assert.That((row.State, row.Status, row.Attempts, row.HeldBy), Is.EqualTo((InvitationState.Pending, (int?)null, 0, (Core.Pauses.PauseScope?)null)));
        Assert.That(row.Reason, Does.Contain(reason));
        Assert.That(row.DueAt - _world.Time.GetUtcNow(), Is.InRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(90)));

        _world.Shop.Connection = right;
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(2));
        await Node.SweepAsync();
        Assert.That((await Node.RowAsync(row.Id)).State, Is.EqualTo(InvitationState.Accepted));
    }

    [Test]
    public async Task ConnectionGoneBetweenLogInAndInvitation_Waits_ThoughItsRequestWasMarked()
    {
        await SendAsync(1);
        await _world.StopSandboxAsync();
        var row = await SendAsync(2);
        Assert.That((row.State, row.Status, row.Attempts), Is.EqualTo((InvitationState.Pending, (int?)null, 1)), "nothing left, so nothing is in doubt");
        Assert.That(row.Reason, Does.StartWith("No connection to "));

        await _world.StartSandboxAsync();
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(2));
        await Node.SweepAsync();
        Assert.That(((await Node.RowAsync(row.Id)).State, _world.Sandbox.Invitations.Count), Is.EqualTo((InvitationState.Accepted, 1)));
    }

    [Test]
    public async Task TimeOutOnAnOpenConnection_BeforeTheBodyWentOut_Waits_ThoughItsRequestWasMarked()
    {
        await SendAsync(1);
        // A proxy that takes the connection and never answers its greeting: what would follow on it, the request, cannot leave.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _proxy.Address = new Uri($"socks5://{listener.LocalEndpoint}");
        var row = await SendAsync(2);
        Assert.That(listener.Pending(), Is.True, "the connection was made");
        Assert.That(
            (row.State, row.Status, row.Attempts, _world.Sandbox.Requests.LogIns),
            Is.EqualTo((InvitationState.Pending, (int?)null, 1, 1)),
            "with the token of the first, and nothing left, so nothing is in doubt");
        Assert.That(row.Reason, Does.StartWith("The proxy did not connect to 127.0.0.1:"));

        _proxy.Address = null;
        await _world.MoveTimeAsync(TimeSpan.FromMinutes(2));
        await Node.SweepAsync();
        Assert.That(((await Node.RowAsync(row.Id)).State, _world.Sandbox.Invitations.Count), Is.EqualTo((InvitationState.Accepted, 2)));
    }

    [Test]
    public async Task TimeOutAfterTheBodyWentOut_IsHeldAsUnconfirmed_ForItMayHaveBeenTaken()
    {
        _world.Sandbox.SetFault(Fault.Delay(TimeSpan.FromMinutes(5), count: 1));
        var row = await SendAsync(1);
        Assert.That((row.State, row.Attempts, _world.Sandbox.Invitations.Count), Is.EqualTo((InvitationState.Unconfirmed, 1, 1)));
        Assert.That(row.Reason, Is.EqualTo("There was no answer within 8 seconds. It is not known whether the invitation was taken."));

        await _world.MoveTimeAsync(TimeSpan.FromDays(3));
        await Node.SweepAsync();
        Assert.That(((await Node.RowAsync(row.Id)).State, _world.Sandbox.Invitations.Count), Is.EqualTo((InvitationState.Unconfirmed, 1)));
    }

    [TestCase("The mobile number is wrong.", InvitationState.Failed)]
    [TestCase("No Feedback code found for this clientDisplayId", InvitationState.Pending)]
    [TestCase("the programme must set Postmark ID", InvitationState.Pending)]
    public async Task OkWithAnotherCode_IsARefusal(string message, InvitationState state)
    {
        await using var api = await OtherApi.StartAsync($$"""{"code":"10001","message":"{{message}}","data":null}""");
        _world.Shop.Connection = _world.Shop.Connection with { BaseAddress = BaseAddress.Parse(api.Address.ToString()) };
        var row = await SendAsync(1);
        Assert.That(
            (row.State, row.Status, row.Code, row.Reference, row.HeldBy?.IsOfRule ?? false),
            Is.EqualTo((state, 200, "10001", (string?)null, state == InvitationState.Pending)));
        Assert.That(row.Reason, Is.EqualTo($"Customer Radar refused the invitation: {message}"));
        Assert.That(row.Advice, Is.Not.Null);
    }

    private async Task<InvitationRow> SendAsync(int order)
    {
        var id = await Node.PlanAsync(order);
        await Node.RunJobAsync(id);
        return await Node.RowAsync(id);
    }
}
