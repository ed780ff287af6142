using System.Net.Sockets;
using CustomerRadar.Core.Api;
using Microsoft.Extensions.Time.Testing;
using static CustomerRadar.Core.Tests.Api.ClientUnderTest;

namespace CustomerRadar.Core.Tests.Api;

/// <summary>Sent, not sent or lost, over real sockets: the difference on which "at most once" rests.</summary>
[CancelAfter(30_000)]
public sealed class CustomerRadarClientSocketTests
{
    private const string Taken = """{"code":"00000","description":"success","data":"846673197418938368"}""";

    [Test]
    public async Task InviteAsync_Answered_SentTheDocumentedRequest(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(RawServer.Answer(200, Taken));
        });
        using var client = Create();

        var result = await client.InviteAsync(To(server), Token, Payload, cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.Answered(200) { Code = "00000", Message = "success", Data = "846673197418938368", Readable = true }));
        var lines = server.Requests.Single().Split("\r\n");
        Assert.That(lines, Is.EquivalentTo(new[]
        {
            "POST /invitation HTTP/1.1",
            $"Host: 127.0.0.1:{server.Port}",
            "Authorization: header.payload.signature",
            "Accept: application/json",
            "User-Agent: CustomerRadar-Plugin/0.3.0",
            "Content-Type: application/json",
            $"Content-Length: {Payload.Utf8.Length}",
            "",
            Payload.Json,
        }));
    }

    [Test]
    public async Task InviteAsync_NobodyListens_IsNotSent(CancellationToken cancellationToken)
    {
        var server = new RawServer(_ => Task.CompletedTask);
        var gone = To(server);
        await server.DisposeAsync();
        using var client = Create();

        var result = await client.InviteAsync(gone, Token, Payload, cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.NotSent($"No connection to {gone.BaseAddress.Uri.Authority} could be made.")));
    }

    [Test]
    public async Task InviteAsync_NoSuchHost_IsNotSent(CancellationToken cancellationToken)
    {
        using var client = Create(change: handler => handler.ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        var result = await client.InviteAsync(To(new Uri("https://nobody.example")), Token, Payload, cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.NotSent("The address nobody.example could not be found (DNS).")));
    }

    [Test]
    public async Task InviteAsync_NoConnectionInTime_IsNotSent(CancellationToken cancellationToken)
    {
        using var client = Create(
            change: handler => handler.ConnectCallback = NeverConnectAsync,
            options: new ApiOptions { ConnectTimeout = TimeSpan.FromMilliseconds(50) });

        var result = await client.InviteAsync(To(new Uri("https://silent.example")), Token, Payload, cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.NotSent("No connection to silent.example could be made in time.")));
    }

    [Test]
    public async Task InviteAsync_TotalTimeoutBeforeTheBodyLeft_IsNotSent(CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider();
        var connecting = new TaskCompletionSource();
        using var client = Create(time, handler => handler.ConnectCallback = (context, token) =>
        {
            connecting.SetResult();
            return NeverConnectAsync(context, token);
        });

        var call = client.InviteAsync(To(new Uri("https://silent.example")), Token, Payload, cancellationToken);
        await connecting.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await call, Is.EqualTo(new CallResult.NotSent("The request could not be sent to silent.example within 30 seconds.")));
    }

    [Test]
    public async Task InviteAsync_NoTls_IsNotSent(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(connection => connection.WriteAsync("220 mail.example ESMTP, not TLS\r\n"));
        using var client = Create();

        var result = await client.InviteAsync(To(new Uri($"https://127.0.0.1:{server.Port}")), Token, Payload, cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.NotSent($"No secure connection (TLS) to 127.0.0.1:{server.Port} could be made.")));
    }

    [Test]
    public async Task InviteAsync_CutWhileTheBodyLeaves_IsNotSent(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            connection.Reset();
        });
        using var client = Create();

        // More than the buffers of both sides hold, so that the last byte cannot have left.
        var result = await client.InviteAsync(To(server), Token, PayloadOf(new string('x', 32 * 1024 * 1024)), cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.NotSent($"The connection to 127.0.0.1:{server.Port} broke before the request was sent.")));
    }

    [Test]
    public async Task InviteAsync_ReadAndClosed_IsLostAndNotSentAgain(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(connection => connection.ReadRequestAsync());
        using var client = Create();

        var result = await client.InviteAsync(To(server), Token, Payload, cancellationToken);

        Assert.That(result, Is.EqualTo(new CallResult.Lost($"The connection to 127.0.0.1:{server.Port} broke before there was an answer.")));
        Assert.That((server.Connections, server.Requests.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task InviteAsync_ReadAndReset_IsLostAndNotSentAgain(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using var client = Create();

        Assert.That(await client.InviteAsync(To(server), Token, Payload, cancellationToken), Is.InstanceOf<CallResult.Lost>());
        Assert.That((server.Connections, server.Requests.Count), Is.EqualTo((1, 1)));
    }

    // What .NET does with a pooled connection that dies under a second request is what could send one twice.
    [Test]
    public async Task InviteAsync_PooledConnectionReadsTheSecondAndCloses_IsLostAndNotSentAgain(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(RawServer.Answer(200, Taken));
            await connection.ReadRequestAsync();
        });
        using var client = Create();

        var first = await client.InviteAsync(To(server), Token, Payload, cancellationToken);
        var second = await client.InviteAsync(To(server), Token, Payload, cancellationToken);

        Assert.That(first, Is.InstanceOf<CallResult.Answered>());
        Assert.That(second, Is.InstanceOf<CallResult.Lost>());
        Assert.That((server.Connections, server.Requests.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task InviteAsync_PooledConnectionWasClosedBefore_TakesANewOne(CancellationToken cancellationToken)
    {
        var closed = new SemaphoreSlim(0);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(RawServer.Answer(200, Taken));
            await connection.DisposeAsync();
            closed.Release();
        });
        using var client = Create();

        for (var i = 0; i < 2; i++)
        {
            Assert.That(await client.InviteAsync(To(server), Token, Payload, cancellationToken), Is.InstanceOf<CallResult.Answered>());
            await closed.WaitAsync(cancellationToken);
        }

        Assert.That((server.Connections, server.Requests.Count), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task InviteAsync_NoAnswerInTime_IsLost(CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider();
        var read = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            read.SetResult();
            await end.Task;
        });
        using var client = Create(time);

        var call = client.InviteAsync(To(server), Token, Payload, cancellationToken);
        await read.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await call, Is.EqualTo(new CallResult.Lost("There was no answer within 30 seconds.")));
        end.SetResult();
    }

    [Test]
    public async Task InviteAsync_CancelledAfterTheBodyWentOut_WaitsForTheAnswer(CancellationToken cancellationToken)
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
            await connection.WriteAsync(RawServer.Answer(200, Taken));
        });
        using var client = Create();

        var result = await client.InviteAsync(To(server), Token, Payload, cancel.Token).WaitAsync(cancellationToken);

        Assert.That(result, Is.InstanceOf<CallResult.Answered>().With.Property(nameof(CallResult.Answered.Code)).EqualTo("00000"));
    }

    [Test]
    public async Task InviteAsync_CancelledWhileConnecting_ThrowsAndSendsNothing(CancellationToken cancellationToken)
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(connection => connection.ReadRequestAsync());
        using var client = Create(change: handler => handler.ConnectCallback = async (context, token) =>
        {
            await cancel.CancelAsync();
            return await NeverConnectAsync(context, token);
        });

        Assert.That(
            async () => await client.InviteAsync(To(server), Token, Payload, cancel.Token).WaitAsync(cancellationToken),
            Throws.InstanceOf<OperationCanceledException>().With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(cancel.Token));
        Assert.That(server.Connections, Is.Zero);
    }

    [Test]
    public async Task InviteAsync_CancelledBefore_ThrowsAndSendsNothing()
    {
        await using var server = new RawServer(connection => connection.ReadRequestAsync());
        using var client = Create();

        Assert.That(
            async () => await client.InviteAsync(To(server), Token, Payload, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task InviteAsync_AnswerCutInItsBody_IsAnsweredButNotReadable(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(RawServer.Answer(200, Taken)[..^10]);
        });
        using var client = Create();

        Assert.That(await client.InviteAsync(To(server), Token, Payload, cancellationToken), Is.EqualTo(new CallResult.Answered(200)));
    }

    [Test]
    public async Task InviteAsync_AnswerWithoutAnEnd_IsReadUpToABound(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true)
                await connection.WriteAsync("1000\r\n" + new string('x', 0x1000) + "\r\n");
        });
        using var client = Create();

        Assert.That(await client.InviteAsync(To(server), Token, Payload, cancellationToken), Is.EqualTo(new CallResult.Answered(200)));
    }

    [Test]
    public async Task InviteAsync_Redirected_IsNotFollowed(CancellationToken cancellationToken)
    {
        await using var server = new RawServer(async connection =>
        {
            while (await connection.ReadRequestAsync())
                await connection.WriteAsync(RawServer.Answer(307, "", "Location: /elsewhere\r\nSet-Cookie: a=b\r\n"));
        });
        using var client = Create();

        for (var i = 0; i < 2; i++)
            Assert.That(await client.InviteAsync(To(server), Token, Payload, cancellationToken), Is.EqualTo(new CallResult.Answered(307)));
        Assert.That(server.Requests, Has.Count.EqualTo(2).And.None.Contains("/elsewhere").And.None.Contains("Cookie"));
    }

    private static async ValueTask<Stream> NeverConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return Stream.Null;
    }
}
