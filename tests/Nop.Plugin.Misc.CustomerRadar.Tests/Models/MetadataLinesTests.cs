using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Models;

public sealed class MetadataLinesTests
{
    [Test]
    public void Read_GoodLines_KeepTheirOrder()
    {
        var rows = MetadataLines.Read("invoice_no = %Order.OrderNumber%\r\n\r\n  channel=web = shop \n", OrderTokens.Contains, out var faults);

        Assert.That(faults, Is.Empty);
        Assert.That(rows.Select(row => (row.Key, row.Template.Text)), Is.EqualTo(new[] { ("invoice_no", "%Order.OrderNumber%"), ("channel", "web = shop") }));
    }

    [TestCase("invoice_no", "write it as \"key = value\"")]
    [TestCase("= x", "write it as \"key = value\"")]
    [TestCase("key =", "write it as \"key = value\"")]
    [TestCase("a = 1\na = 2", "Line 2: the key \"a\" stands twice")]
    [TestCase("\n\na = %Order.OrderNumer%", "Line 3: there is no token %Order.OrderNumer%")]
    public void Read_BadLine_NamesItsNumberAndWhatToDo(string text, string fault)
    {
        MetadataLines.Read(text, OrderTokens.Contains, out var faults);
        Assert.That(faults, Has.One.Contains(fault));
    }

    [TestCase(null)]
    [TestCase("  \n ")]
    public void Read_Nothing_IsNoRows(string? text)
    {
        Assert.That(MetadataLines.Read(text, OrderTokens.Contains, out var faults), Is.Empty);
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Write_ThenRead_GivesTheSameRows()
    {
        const string Text = "invoice_no = %Order.OrderNumber%\nchannel = web";
        Assert.That(MetadataLines.Write(MetadataLines.Read(Text, OrderTokens.Contains, out _)), Is.EqualTo(Text));
    }
}
