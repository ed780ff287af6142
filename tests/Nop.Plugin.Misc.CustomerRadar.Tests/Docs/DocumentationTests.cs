using System.Text.RegularExpressions;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Docs;

/// <summary>The code in the documentation is the code in <c>Samples/</c>, which is compiled and tested.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Samples = string.Join('\n', Directory
        .GetFiles(Path.Combine(Repository.Root, "tests", "Nop.Plugin.Misc.CustomerRadar.Tests", "Samples"), "*.cs")
        .Select(File.ReadAllText)).ReplaceLineEndings("\n");

    [TestCase("for-booking-plugins.md")]
    [TestCase("for-other-plugins.md")]
    public void Document_CodeInIt_IsThatOfTheSamples(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", document)).ReplaceLineEndings("\n");
        var blocks = CodeBlock().Matches(text).Select(match => match.Groups[1].Value.Trim()).ToList();

        Assert.That(blocks, Is.Not.Empty);
        Assert.That(blocks.Where(block => !Samples.Contains(block, StringComparison.Ordinal)), Is.Empty);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodeBlock();
}
