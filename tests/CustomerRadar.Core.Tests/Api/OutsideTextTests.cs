using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Internal;

namespace CustomerRadar.Core.Tests.Api;

public sealed class OutsideTextTests
{
    [TestCase("programmeDisplayId is wrong", "programmeDisplayId is wrong")]
    [TestCase(" two\r\n\tlines\u0000 ", "two lines")]
    [TestCase("dave.brown+x@example.co.nz is wrong", "[e-mail] is wrong")]
    [TestCase("<dave@example.com>, (eve@example.com)", "<[e-mail]>, ([e-mail])")]
    [TestCase("email=dave%40example.com&x=1", "email=[e-mail]=1")]
    [TestCase("mobile:0211234321", "mobile:[number]")]
    [TestCase("mobile0211234321x", "mobile[number]x")]
    [TestCase("+64 21 123 4321 is wrong", "[number] is wrong")]
    [TestCase("(021) 123-4321 or 021.123.4321", "([number] or [number]")]
    [TestCase("٠٢١١٢٣٤٣٢١", "[number]")]
    [TestCase("error 40001 of 6", "error 40001 of 6")]
    [TestCase("location 1cf118a0326d47aa851a90b9674e90aa is unknown", "location 1cf118a0326d47aa851a90b9674e90aa is unknown")]
    [TestCase("location 12345678901234567890123456789012 is unknown", "location 12345678901234567890123456789012 is unknown")]
    [TestCase("your password s3cret! is wrong", "your password *** is wrong")]
    [TestCase("   ", null)]
    [TestCase(null, null)]
    public void Clean_CasesOfTheDocumentation(string? said, string? kept) =>
        Assert.That(OutsideText.Clean(said, new Secret("s3cret!")), Is.EqualTo(kept));

    [Test]
    public void Clean_LongText_IsCutAfterCleaning()
    {
        var cleaned = OutsideText.Clean(new string('a', 295) + " dave@example.com");
        Assert.That(cleaned, Has.Length.EqualTo(300).And.EndsWith("…").And.Not.Contain("dave"));
    }
}
