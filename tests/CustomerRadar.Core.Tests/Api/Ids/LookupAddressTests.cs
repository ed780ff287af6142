using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Ids;

namespace CustomerRadar.Core.Tests.Api.Ids;

public sealed class LookupAddressTests
{
    [TestCase("https://api.feedback.fyi/pom?client=1&v=2", "https://api.feedback.fyi/pom?client=1&v=2")]
    [TestCase(" api.feedback.fyi/pom ", "https://api.feedback.fyi/pom")]
    [TestCase("/pom?client=1", "https://proxy.example/radar/pom?client=1", TestName = "{m}: a path is below the API address")]
    [TestCase("//pom", "https://proxy.example/radar/pom", TestName = "{m}: and never another host")]
    [TestCase("http://127.0.0.1:5600/pom-lookup", "http://127.0.0.1:5600/pom-lookup")]
    public void Below_AcceptedForms_IsTheWholeAddress(string typed, string address) =>
        Assert.That(LookupAddress.Parse(typed).Below(BaseAddress.Parse("https://proxy.example/radar")).AbsoluteUri, Is.EqualTo(address));

    [TestCase(null, "The POM Lookup address is missing.")]
    [TestCase(" ", "The POM Lookup address is missing.")]
    [TestCase("http://api.feedback.fyi/pom", "The POM Lookup address must start with https://; http:// is accepted for this machine (localhost) only.")]
    [TestCase("https://user:pass@api.feedback.fyi/pom", "The POM Lookup address must not contain a user name or a '#'.")]
    [TestCase("/pom#a", "The POM Lookup address must not contain a user name or a '#'.")]
    [TestCase("file:///etc/passwd", "The POM Lookup address is not a web address.")]
    [TestCase("not an address", "The POM Lookup address is not a web address.")]
    public void TryParse_RefusedForms_SayWhatIsWrong(string? typed, string problem)
    {
        Assert.That(LookupAddress.TryParse(typed, out _, out var said), Is.False);
        Assert.That(said, Is.EqualTo(problem));
        Assert.That(() => LookupAddress.Parse(typed), Throws.TypeOf<FormatException>().With.Message.EqualTo(problem));
    }
}
