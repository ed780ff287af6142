using System.Text.RegularExpressions;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

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

    [Test]
    public void RulesPage_NamesEveryMember_AndItsExampleIsRight()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md")).ReplaceLineEndings("\n");
        var example = JsonBlock().Match(text).Groups[1].Value;
        var complete = SendRulesDocument.Read(File.ReadAllText(Path.Combine(Repository.Root, "samples", "rules.json"))).Rules[0];
        var members = SendRuleDocument.Write(complete with { Store = StoreKey.Parse("1") }).Properties().Select(member => member.Name);

        Assert.That(members.Where(member => !text.Contains($"| `{member}` |", StringComparison.Ordinal)), Is.Empty);
        Assert.That(SendRulesDocument.Read(example).Faults, Is.Empty);
        Assert.That(SendRulesDocument.Read(example).Rules, Is.Not.Empty);
    }

    [Test]
    public async Task ShopSample_CanBeImported()
    {
        var sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "shop-rules.json"));
        var result = await new RuleBench().Import((1, "One", "client")).PreviewAsync(new RuleImportModel { Document = sample }, default);
        Assert.That(result.Preview.Faults, Is.Empty);
        Assert.That(result.Preview.Changes.Select(change => change.Kind), Is.All.EqualTo(RuleImportKind.New));
        Assert.That(result.Preview.Changes.Count, Is.EqualTo(3));
        Assert.That(ConfigurationForm.CanShow(result.Preview.Changes[0].After!), Is.True, "the page's own rule stays editable there");
    }

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodeBlock();
}
