using Nop.Plugin.Misc.CustomerRadar.Secrets;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Secrets;

public sealed class PasswordVaultTests
{
    private const string StoreKey = "8346702943615897";

    [TestCase("testing12345")]
    [TestCase("pass wörd 🔑")]
    [TestCase("")]
    public void TryReveal_SameKey_GivesThePassword(string password) =>
        Assert.That(PasswordVault.TryReveal(PasswordVault.Protect(password, StoreKey), StoreKey), Is.EqualTo(password));

    [Test]
    public void TryReveal_OtherKey_IsNull() =>
        Assert.That(PasswordVault.TryReveal(PasswordVault.Protect("testing12345", StoreKey), "0000000000000000"), Is.Null);

    [Test]
    public void TryReveal_ChangedByOneBit_IsNull()
    {
        var text = PasswordVault.Protect("testing12345", StoreKey);
        var bytes = Convert.FromBase64String(text[3..]);
        bytes[^1] ^= 1;

        Assert.That(PasswordVault.TryReveal("v1:" + Convert.ToBase64String(bytes), StoreKey), Is.Null);
    }

    [TestCase("")]
    [TestCase("testing12345")]
    [TestCase("v1:")]
    [TestCase("v1:not base64")]
    [TestCase("v1:AAAA")]
    [TestCase("v2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void TryReveal_NotOneOfOurs_IsNull(string text) => Assert.That(PasswordVault.TryReveal(text, StoreKey), Is.Null);

    [Test]
    public void Protect_Twice_GivesDifferentTexts() =>
        Assert.That(Enumerable.Range(0, 2).Select(_ => PasswordVault.Protect("testing12345", StoreKey)), Is.Unique);

    [Test]
    public void Protect_NeverCarriesThePassword() =>
        Assert.That(PasswordVault.Protect("testing12345", StoreKey), Does.Not.Contain("testing12345"));
}
