using Nop.Plugin.Misc.CustomerRadar.Alerts;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Alerts;

public sealed class MailListTests
{
    [TestCase(null, "", 0)]
    [TestCase("  ", "", 0)]
    [TestCase("a@example.com", "a@example.com", 0)]
    [TestCase(" a@example.com; b@example.com,\r\nc@example.com ;", "a@example.com b@example.com c@example.com", 0)]
    [TestCase("a@example.com, A@Example.com", "a@example.com", 0)]
    [TestCase("a@example.com b@example.com", "", 1)]
    [TestCase("Ann <a@example.com>, b@example.com", "b@example.com", 1)]
    [TestCase("nobody, @, c@example.com", "c@example.com", 2)]
    public void Read(string? text, string addresses, int wrong) =>
        Assert.That((string.Join(' ', MailList.Read(text, out var found)), found), Is.EqualTo((addresses, wrong)));
}
