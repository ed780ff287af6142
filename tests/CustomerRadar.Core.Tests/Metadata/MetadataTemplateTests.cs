using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Tests.Metadata;

public sealed class MetadataTemplateTests
{
    private static readonly SubjectFields Fields = SubjectFields.From(
    [
        KeyValuePair.Create<string, IEnumerable<string?>>("Order.OrderNumber", ["INV00001"]),
        KeyValuePair.Create<string, IEnumerable<string?>>("Order.Skus", ["A-1", " B-2 ", " "]),
        KeyValuePair.Create<string, IEnumerable<string?>>("Order.Note", ["50 %"]),
    ]);

    [TestCase("%Order.OrderNumber%", "INV00001")]
    [TestCase("Order %Order.OrderNumber%", "Order INV00001")]
    [TestCase("%Order.OrderNumber%/%Order.OrderNumber%", "INV00001/INV00001")]
    [TestCase("%Order.Skus%", "A-1, B-2")]
    [TestCase("%Order.Note%", "50 %")]
    [TestCase("web", "web")]
    [TestCase("100 % sure", "100 % sure")]
    [TestCase("%%", "%%")]
    [TestCase("50%%Order.OrderNumber%", "50%INV00001")]
    [TestCase("%Order.OrderNumber", "%Order.OrderNumber")]
    [TestCase("% Order.OrderNumber%", "% Order.OrderNumber%")]
    [TestCase("%Order.OrderNumber% %Order.Unknown%", "INV00001")]
    [TestCase("%Order.Unknown%", null)]
    [TestCase("Ref: %Order.Unknown%", null)]
    [TestCase("   ", null)]
    [TestCase("", null)]
    public void Render_CasesOfTheDocumentation(string template, string? value) =>
        Assert.That(MetadataTemplate.Parse(template).Render(Fields), Is.EqualTo(value));

    [Test]
    public void Tokens_NamedTwice_StandOnce() =>
        Assert.That(MetadataTemplate.Parse("%A% %B.C-d_1% %A%").Tokens, Is.EqualTo(new[] { "A", "B.C-d_1" }));

    [TestCase("a %B%", true)]
    [TestCase("a %C%", false)]
    [TestCase("A %B%", false)]
    public void Equals_GoesByTheText(string other, bool same) =>
        Assert.That(MetadataTemplate.Parse(other).Equals(MetadataTemplate.Parse("a %B%")), Is.EqualTo(same));
}
