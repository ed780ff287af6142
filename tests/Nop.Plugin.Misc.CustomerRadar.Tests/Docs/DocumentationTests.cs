using System.Text.RegularExpressions;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Docs;

/// <summary>The code in the documentation is the code in <c>Samples/</c>, which is compiled and tested.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Samples = string.Join('\n', Directory
        .GetFiles(Path.Combine(Repository.Root, "tests", "Nop.Plugin.Misc.CustomerRadar.Tests", "Samples"), "*.cs")
        .Select(File.ReadAllText)).ReplaceLineEndings("\n");

    private static readonly string[] AddressParts = ["Order.Billing", "Order.Shipping"];

    [TestCase("for-booking-plugins.md")]
    [TestCase("for-other-plugins.md")]
    public void Document_CodeInIt_IsThatOfTheSamples(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", document)).ReplaceLineEndings("\n");
        var blocks = CodeBlock().Matches(text).Select(match => match.Groups[1].Value.Trim()).ToList();

        Assert.That(blocks, Is.Not.Empty);
        Assert.That(blocks.Where(block => !Samples.Contains(block, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void TokensPage_NamesEveryToken()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "tokens.md"));
        var addresses = OrderTokens.Names.Where(token => AddressParts.Any(part => token.StartsWith(part, StringComparison.Ordinal)));
        Assert.That(OrderTokens.Names.Except(addresses).Where(token => !text.Contains($"`{token}`", StringComparison.Ordinal)), Is.Empty);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodeBlock();
}
