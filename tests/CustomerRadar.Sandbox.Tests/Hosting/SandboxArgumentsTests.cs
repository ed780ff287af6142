using CustomerRadar.Sandbox.Clients;
using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Tests.Hosting;

public sealed class SandboxArgumentsTests
{
    [Test]
    public void Parse_Nothing_ListensOnTheDocumentedAddressWithTheDocumentedLogIn() => Assert.That(
        SandboxArguments.Parse([]),
        Is.EqualTo(new SandboxOptions
        {
            Listen = new Uri("http://127.0.0.1:5600"),
            Username = "testing",
            Password = "testing12345",
            TokenLifetime = TimeSpan.FromMinutes(60),
            RefusedLogInStatus = 401,
            KeepInvitations = 10_000,
        }));

    [Test]
    public void Parse_BothForms_AreRead()
    {
        var options = SandboxArguments.Parse(
        [
            "--urls=http://localhost:5700", "--username", "me", "--password=a=b",
            "--token-lifetime-minutes", "0.05", "--refused-login-status=200", "--keep-invitations", "5",
        ]);

        Assert.That(options.Listen.Port, Is.EqualTo(5700));
        Assert.That(options.Username, Is.EqualTo("me"));
        Assert.That(options.Password, Is.EqualTo("a=b"));
        Assert.That(options.TokenLifetime, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(options.RefusedLogInStatus, Is.EqualTo(200));
        Assert.That(options.KeepInvitations, Is.EqualTo(5));
    }

    [Test]
    public void Parse_DirectoryFile_IsKnownInstead()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """
                {"clients":[{"clientDisplayId":"c","locations":[],"programmes":[{"programmeDisplayId":"p","requiredMetadata":["k"]}]}]}
                """);
            var client = SandboxArguments.Parse(["--directory", file]).Directory.Clients.Single();

            Assert.That(client.ClientDisplayId, Is.EqualTo("c"));
            Assert.That(client.Programmes.Single().PostmarkId);
            Assert.That(client.Programmes.Single().RequiredMetadata, Is.EqualTo(new[] { "k" }));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("""{"clients":[{"clientDisplayId":"c","programs":[],"locations":[]}]}""")]
    [TestCase("""{"clients":[{"programmes":[],"locations":[]}]}""")]
    [TestCase("""{"clients":null}""")]
    [TestCase("null")]
    public void ParseDirectory_MisspeltOrMissingMember_IsRefused(string json) =>
        Assert.That(() => ClientDirectory.Parse(json), Throws.InstanceOf<System.Text.Json.JsonException>());

    [TestCase("http://localhost:0", "127.0.0.1")]
    [TestCase("http://127.0.0.2:0", "127.0.0.2")]
    public async Task Start_LoopbackAddress_ListensThere(string address, string host)
    {
        await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { Listen = new Uri(address) });

        Assert.That(sandbox.Address.Host, Is.EqualTo(host));
    }

    [Test]
    public void Start_AddressBeyondLoopback_IsRefused() => Assert.That(
        async () => await SandboxApp.StartAsync(new SandboxOptions { Listen = new Uri("http://0.0.0.0:0") }),
        Throws.ArgumentException);
}
