using System.Net;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Ids;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Tests.Auth;
using CustomerRadar.Core.Tests.Invitations;
using CustomerRadar.Sandbox;
using CustomerRadar.Sandbox.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Api.Ids;

[CancelAfter(30_000)]
public sealed class PomLookupTests
{
    private const string Ids = """{"locationDisplayId":"1cf118a0326d47aa851a90b9674e90aa","name":"Auckland"}""";

    private LogInApi _logIns = null!;

    [SetUp]
    public void SetUp() => _logIns = new LogInApi();

    [TearDown]
    public void TearDown() => _logIns.Dispose();

    [Test]
    public async Task FindAsync_Answered_SentOneGetWithTheRawToken(CancellationToken cancellationToken)
    {
        await using var server = Answering(RawServer.Answer(200, Ids));
        var result = await FindAsync(server, cancellationToken);

        Assert.That(((PomLookupResult.Found)result).Ids.Lines(), Is.EqualTo(new[] { "l=1cf118a0326d47aa851a90b9674e90aa(Auckland)" }));
        Assert.That(server.Requests.Single().Split("\r\n"), Is.EquivalentTo(new[]
        {
            "GET /pom?client=1 HTTP/1.1",
            $"Host: 127.0.0.1:{server.Port}",
            "Authorization: token-1",
            "Accept: application/json",
            "User-Agent: CustomerRadar-Plugin/0.3.0",
            "",
            "",
        }));
    }

    [Test]
    public async Task FindAsync_TokenNotTaken_LogsInOnceMore(CancellationToken cancellationToken)
    {
        await using var server = Answering(RawServer.Answer(401, "{}"), RawServer.Answer(200, Ids));
        Assert.That(await FindAsync(server, cancellationToken), Is.InstanceOf<PomLookupResult.Found>());
        Assert.That(_logIns.LogIns, Is.EqualTo(2));
    }

    // status, body -> what the merchant reads
    [TestCase(401, "{}", "POM Lookup did not take the token.", "Check the POM Lookup address")]
    [TestCase(403, """{"message":"no rights"}""", "POM Lookup does not allow this user to look ids up: no rights", "what this API user may do")]
    [TestCase(403, "", "POM Lookup does not allow this user to look ids up (403).", "what this API user may do")]
    [TestCase(302, "", "The POM Lookup address points to another one (302), which is not followed.", "Check the POM Lookup address")]
    [TestCase(404, "<html>", "Nothing is looked up at the POM Lookup address (404).", "Check the POM Lookup address")]
    [TestCase(405, "", "Nothing is looked up at the POM Lookup address (405).", "Check the POM Lookup address")]
    [TestCase(400, """{"description":"client is missing"}""", "POM Lookup refused the request: client is missing", "Check the POM Lookup address")]
    [TestCase(407, "", "The proxy wants a log-in of its own (407).", "Check the proxy")]
    [TestCase(429, "", "POM Lookup cannot answer at the moment (429).", "Try it again in a while")]
    [TestCase(500, "", "POM Lookup cannot answer at the moment (500).", "Try it again in a while")]
    [TestCase(503, "", "POM Lookup cannot answer at the moment (503).", "Try it again in a while")]
    [TestCase(200, "<html>hello</html>", "The answer of POM Lookup gave no ids. Line 1, position 1: The JSON cannot be read beyond this place", "Check the POM Lookup address")]
    [TestCase(200, "", "The answer of POM Lookup gave no ids. Line 1, position 1: There is no id in it.", "Check the POM Lookup address")]
    [TestCase(200, """{"ok":true}""", "The answer of POM Lookup gave no ids. Line 1, position 1: There is no id in it.", "Check the POM Lookup address")]
    public async Task FindAsync_NoIdsInTheAnswer_SaysWhyAndWhatToDo(int status, string body, string message, string advice)
    {
        await using var server = Answering(RawServer.Answer(status, body, "Location: http://127.0.0.1:1/\r\n"), RawServer.Answer(status, body));
        var failed = (PomLookupResult.Failed)await FindAsync(server, CancellationToken.None);

        Assert.That(failed.Message, Does.StartWith(message));
        Assert.That(failed.Advice, Does.Contain(advice));
        Assert.That(failed.Status, Is.EqualTo(status == 200 ? null : status));
        Assert.That(server.Requests, Has.Count.EqualTo(status == 401 ? 2 : 1));
    }

    [Test]
    public async Task FindAsync_AnswerOfFourMebibytes_IsRead(CancellationToken cancellationToken)
    {
        await using var server = Answering(RawServer.Answer(200, Ids.PadRight(PomLookup.MaximumBytes)));
        Assert.That(await FindAsync(server, cancellationToken), Is.InstanceOf<PomLookupResult.Found>());
    }

    [Test]
    public async Task FindAsync_AnswerOneByteLonger_IsNot(CancellationToken cancellationToken)
    {
        await using var server = Answering(RawServer.Answer(200, Ids.PadRight(PomLookup.MaximumBytes + 1)));
        Assert.That(((PomLookupResult.Failed)await FindAsync(server, cancellationToken)).Message, Is.EqualTo("The answer of POM Lookup is longer than 4 MiB."));
    }

    [Test]
    public async Task FindAsync_AnswerIsCut_SaysSo(CancellationToken cancellationToken)
    {
        await using var server = Answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + Ids);
        Assert.That(
            await FindAsync(server, cancellationToken),
            Is.EqualTo(new PomLookupResult.Failed($"The connection to 127.0.0.1:{server.Port} broke before there was an answer.", "Try it again in a while; or paste the ids.")));
    }

    [TestCase("", TestName = "{m}: no byte")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{", TestName = "{m}: a part of the body")]
    public async Task FindAsync_AnswerTakesTooLong_EndsWithTheTotalTimeout(string begun, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(begun);
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });
        var time = new FakeTimeProvider();
        using var client = ClientUnderTest.Create(time);
        var finding = FindAsync(client, server, cancellationToken);
        await reached.Task.WaitAsync(cancellationToken);
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.That(((PomLookupResult.Failed)await finding).Message, Is.EqualTo("There was no answer within 30 seconds."));
    }

    [Test]
    public async Task FindAsync_Cancelled_Throws()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await cancel.CancelAsync();
        });
        Assert.That(async () => await FindAsync(server, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task FindAsync_NobodyListens_SaysSo(CancellationToken cancellationToken)
    {
        var server = Answering();
        await server.DisposeAsync();
        Assert.That(((PomLookupResult.Failed)await FindAsync(server, cancellationToken)).Message, Is.EqualTo($"No connection to 127.0.0.1:{server.Port} could be made."));
    }

    [Test]
    public async Task FindAsync_NoAddressSet_AsksNobody(CancellationToken cancellationToken)
    {
        using var client = ClientUnderTest.Create();
        var result = await new PomLookup(client, _logIns.Cache()).FindAsync(Some.Connection, cancellationToken);

        Assert.That(((PomLookupResult.Failed)result).Message, Is.EqualTo("No address for POM Lookup is set."));
        Assert.That(_logIns.LogIns, Is.Zero);
    }

    [TestCase(HttpStatusCode.Unauthorized, "Customer Radar refused the log-in: no token was given.", "Check user name and password of the connection.")]
    [TestCase(HttpStatusCode.ServiceUnavailable, "Customer Radar is not available at the moment (503).", "Try it again in a while; or paste the ids.")]
    public async Task FindAsync_NoToken_SaysWhyAndAsksNobody(HttpStatusCode status, string message, string advice)
    {
        _logIns.Answer = _ => Task.FromResult(FakeApi.Json(status, "{}"));
        await using var server = Answering();

        Assert.That(await FindAsync(server, CancellationToken.None), Is.EqualTo(new PomLookupResult.Failed(message, advice) { Status = (int)status }));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task FindAsync_OfTheSandbox_FindsEveryIdUnderItsName(CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxApp.StartAsync(cancellationToken: cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddCustomerRadarCore().BuildServiceProvider();
        var connection = ClientUnderTest.To(sandbox.Address) with { PomLookup = LookupAddress.Parse("/pom-lookup") };
        await services.GetRequiredService<TokenCache>().GetAsync(connection, cancellationToken);
        sandbox.SetFault(Fault.ExpireTokens);

        var result = await services.GetRequiredService<PomLookup>().FindAsync(connection, cancellationToken);

        const string client = "c=8291a9ed952342c5b5fe2915f2189e7c(Example client)";
        Assert.That(((PomLookupResult.Found)result).Ids.Lines(), Is.EquivalentTo(new[]
        {
            $"{client} p=1cf118a0326d47aa851a90b9674e90aa(After the visit)",
            $"{client} p=e5f7a2c4089b4d16937c5e1d0f8a6b42(SMS only)",
            $"{client} l=1cf118a0326d47aa851a90b9674e90aa(Main street) m=7547ct569yh67n0326vghddte86bkkn(Service)",
            $"{client} l=b2d7e05c91f64a3e8c47d06f5a1b92e3(Harbour) m=c81e4f0a7d9b4526a3f1e8d25b6c7094(Restaurant)",
            $"{client} l=b2d7e05c91f64a3e8c47d06f5a1b92e3(Harbour) m=d94a6b13e5f8472cb05d9e7c3a2f618(Rooms)",
        }));
        Assert.That((((PomLookupResult.Found)result).Ids.Faults.Count, sandbox.Requests.LogIns), Is.EqualTo((0, 2)));
    }

    private static RawServer Answering(params string[] answers)
    {
        var next = new Queue<string>(answers);
        return new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(next.Dequeue());
        });
    }

    private async Task<PomLookupResult> FindAsync(RawServer server, CancellationToken cancellationToken)
    {
        using var client = ClientUnderTest.Create();
        return await FindAsync(client, server, cancellationToken);
    }

    private Task<PomLookupResult> FindAsync(CustomerRadarClient client, RawServer server, CancellationToken cancellationToken) =>
        new PomLookup(client, _logIns.Cache()).FindAsync(
            ClientUnderTest.To(server) with { PomLookup = LookupAddress.Parse("/pom?client=1") }, cancellationToken);
}
