using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Tests.Api;

public sealed class BaseAddressTests
{
    [TestCase("api.feedback.fyi", "https://api.feedback.fyi/")]
    [TestCase(" https://api.feedback.fyi ", "https://api.feedback.fyi/")]
    [TestCase("https://proxy.example/radar", "https://proxy.example/radar/")]
    [TestCase("http://127.0.0.1:5600", "http://127.0.0.1:5600/")]
    [TestCase("http://[::1]:5600/", "http://[::1]:5600/")]
    [TestCase("http://localhost:5600", "http://localhost:5600/")]
    public void Parse_AcceptedForms_AreNormalised(string typed, string address) =>
        Assert.That(BaseAddress.Parse(typed).ToString(), Is.EqualTo(address));

    [TestCase(null, "is missing")]
    [TestCase("  ", "is missing")]
    [TestCase("ftp://api.feedback.fyi", "must start with https://")]
    [TestCase("http://api.feedback.fyi", "for this machine (localhost) only")]
    [TestCase("https://user:pass@api.feedback.fyi", "must not contain a user name")]
    [TestCase("https://api.feedback.fyi/?a=b", "must not contain a '?'")]
    [TestCase("https://api.feedback.fyi/#a", "or a '#'")]
    [TestCase("https://", "is not a web address")]
    [TestCase("not an address", "is not a web address")]
    public void TryParse_RefusedForms_SayWhatIsWrong(string? typed, string problem)
    {
        Assert.That(BaseAddress.TryParse(typed, out _, out var said), Is.False);
        Assert.That(said, Does.Contain(problem));
    }

    [Test]
    public void Endpoint_WithAPathInTheAddress_StaysBelowIt() =>
        Assert.That(
            BaseAddress.Parse("https://proxy.example/radar").Endpoint("auth/login").AbsoluteUri,
            Is.EqualTo("https://proxy.example/radar/auth/login"));
}
