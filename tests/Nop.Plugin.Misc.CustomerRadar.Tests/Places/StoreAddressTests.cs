using Nop.Plugin.Misc.CustomerRadar.Places;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Places;

public sealed class StoreAddressTests
{
    [TestCase("https://shop.example.com/", "shop.example.com")]
    [TestCase("http://shop.example.com", "shop.example.com")]
    [TestCase(" HTTPS://Shop.Example.com:443/ ", "shop.example.com")]
    [TestCase("http://shop.example.com:80/", "shop.example.com")]
    [TestCase("shop.example.com/", "shop.example.com")]
    [TestCase("https://shop.example.com:8443/", "shop.example.com:8443")]
    [TestCase("https://shop.example.com/nz/", "shop.example.com/nz")]
    [TestCase("https://example.com/", "example.com")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public void Of_Url_IsHostPortAndPath(string? url, string expected) => Assert.That(StoreAddress.Of(url), Is.EqualTo(expected));
}
