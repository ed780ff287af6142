using System.Net;
using CustomerRadar.Core.Api;
using CustomerRadar.Gateway.Access;
using Microsoft.AspNetCore.Http;

namespace CustomerRadar.Gateway.Tests.Access;

internal sealed class OperatorKeyTests
{
    private const string Key = "0123456789abcdef";

    // caller, Host header, extra header, admitted
    [TestCase("127.0.0.1", "127.0.0.1:5700", null, null, true, TestName = "The machine itself is admitted")]
    [TestCase("::1", "localhost:5700", null, null, true, TestName = "The machine itself is admitted, by IPv6 and name")]
    [TestCase("::ffff:127.0.0.1", "[::1]:5700", null, null, true, TestName = "The machine itself is admitted, by mapped IPv4")]
    [TestCase("192.0.2.7", "127.0.0.1:5700", null, null, false, TestName = "Another machine is not")]
    [TestCase("127.0.0.1", "gateway.example.com", null, null, false, TestName = "A reverse proxy on this machine is not: it asks for a name of the outside")]
    [TestCase("127.0.0.1", "127.0.0.1:5700", "X-Forwarded-For", "192.0.2.7", false, TestName = "A reverse proxy on this machine is not: it says whom it forwards for")]
    [TestCase("127.0.0.1", "127.0.0.1:5700", "Forwarded", "for=192.0.2.7", false, TestName = "A reverse proxy on this machine is not: RFC 7239")]
    [TestCase("127.0.0.1", "attacker.example.com:5700", null, null, false, TestName = "A page that has rebound its name to this machine is not")]
    [TestCase("192.0.2.7", "gateway.example.com", "X-Operator-Key", Key, true, TestName = "The key is admitted from anywhere")]
    [TestCase("192.0.2.7", "gateway.example.com", "Authorization", "Bearer " + Key, true, TestName = "The key is admitted as a bearer token")]
    [TestCase("192.0.2.7", "gateway.example.com", "Authorization", "Bearer " + Key + "0", false, TestName = "Another key is not")]
    [TestCase("192.0.2.7", "gateway.example.com", "Authorization", Key, false, TestName = "A key without its scheme is not")]
    [TestCase("192.0.2.7", "gateway.example.com", "X-Operator-Key", "", false, TestName = "An empty key is not")]
    public void Admits_CasesOfTheDocumentation(string caller, string host, string? header, string? value, bool admitted)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(caller);
        context.Request.Host = new HostString(host);
        if (header is not null)
            context.Request.Headers[header] = value;

        Assert.That(OperatorKey.Of(new Secret(Key)).Admits(context), Is.EqualTo(admitted));
    }

    [Test]
    public void LoadOrMake_FirstStart_MakesAKeyAndKeepsOnlyItsHash()
    {
        var folder = Directory.CreateTempSubdirectory("customerradar-key-");
        try
        {
            var file = Path.Combine(folder.FullName, "key");
            OperatorKey.LoadOrMake(file, out var made);
            OperatorKey.LoadOrMake(file, out var again);

            Assert.That(made!.Reveal(), Has.Length.GreaterThanOrEqualTo(32));
            Assert.That(again, Is.Null);
            Assert.That(File.ReadAllText(file), Does.Not.Contain(made.Reveal()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
