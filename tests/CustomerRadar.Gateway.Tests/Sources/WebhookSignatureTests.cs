using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Gateway.Sources;

namespace CustomerRadar.Gateway.Tests.Sources;

internal sealed class WebhookSignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"a\": 1}");
    private static readonly WebhookSignature Plain = new("X-Signature", "", new Secret("secret"));
    private static readonly WebhookSignature Prefixed = new("X-Signature", "sha256=", new Secret("secret"));

    private static string Right => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret"), Body));

    [Test]
    public void Check_RightSignature_IsValidInEitherCase() =>
        Assert.That(new[] { Plain.Check(Body, [Right]), Plain.Check(Body, [Right.ToUpperInvariant()]), Prefixed.Check(Body, ["sha256=" + Right]) }, Is.All.EqualTo(SignatureCheck.Valid));

    [Test]
    public void Check_NoHeaderOrAnEmptyOne_IsMissing() =>
        Assert.That(new[] { Plain.Check(Body, []), Plain.Check(Body, [""]), Plain.Check(Body, [null]) }, Is.All.EqualTo(SignatureCheck.Missing));

    [TestCaseSource(nameof(WrongOnes))]
    public void Check_AnythingElse_IsWrong(string sent) => Assert.That(Plain.Check(Body, [sent]), Is.EqualTo(SignatureCheck.Wrong));

    [Test]
    public void Check_TwoHeaders_IsWrongEvenIfOneIsRight() => Assert.That(Plain.Check(Body, [Right, Right]), Is.EqualTo(SignatureCheck.Wrong));

    [Test]
    public void Check_MissingPrefix_IsWrong() => Assert.That(Prefixed.Check(Body, [Right]), Is.EqualTo(SignatureCheck.Wrong));

    [Test]
    public void Check_OtherBytesOrOtherSecret_IsWrong()
    {
        Assert.That(Plain.Check(Encoding.UTF8.GetBytes("{\"a\":1}"), [Right]), Is.EqualTo(SignatureCheck.Wrong));
        Assert.That((Plain with { Secret = new Secret("Secret") }).Check(Body, [Right]), Is.EqualTo(SignatureCheck.Wrong));
    }

    [Test]
    public void ToString_NeverShowsTheSecret() => Assert.That(Plain.ToString(), Does.Not.Contain("secret\"").And.Contain("***"));

    private static IEnumerable<string> WrongOnes()
    {
        yield return Right[..^1];
        yield return Right[..^2];
        yield return Right + "00";
        yield return Right + " ";
        yield return " " + Right;
        yield return "zz" + Right[2..];
        yield return (Right[0] == '0' ? '1' : '0') + Right[1..];
        yield return Convert.ToBase64String(Convert.FromHexString(Right));
        yield return "not a signature";
    }
}
