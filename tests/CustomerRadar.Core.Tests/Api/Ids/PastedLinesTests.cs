using CustomerRadar.Core.Api.Ids;

namespace CustomerRadar.Core.Tests.Api.Ids;

public sealed class PastedLinesTests
{
    // Text (#a1 is an id) -> rows
    [TestCase("name,locationDisplayId\nAuckland,#a1\nWellington,#a2", "l=a1(Auckland)|l=a2(Wellington)", TestName = "{m}: CSV")]
    [TestCase("pomDisplayId;locationDisplayId;programmeDisplayId;clientDisplayId\n#e;#a1;#d;#c", "c=c p=d l=a1 m=e", TestName = "{m}: semicolons, another order")]
    [TestCase("Location\tLocation ID\tPOM\tPOM ID\r\nAuckland, CBD\t#a1\tService; all\t#e\r\n", "l=a1(Auckland, CBD) m=e(Service; all)", TestName = "{m}: tabs, as from a spreadsheet")]
    [TestCase("Location Name,Location_Display_ID,Sub-measure Name,Sub-measure ID,Program\nAuckland,#a1,Service,#e,Sales", "p=(Sales) l=a1(Auckland) m=e(Service)", TestName = "{m}: spelling")]
    [TestCase("Location,POM\n1cf118a0326d47aa851a90b9674e90aa,7547ct569yh67n0326vghddte86bkkn", "l=1cf118a0326d47aa851a90b9674e90aa m=7547ct569yh67n0326vghddte86bkkn", TestName = "{m}: the ids of Customer Radar's example")]
    [TestCase("Location,POM\n#a1,#e", "l=a1 m=e", TestName = "{m}: titles without 'id', cells that are ids")]
    [TestCase("location,locationDisplayId\n#b,#a1", "l=a1(b0000000000000000000000000000000)", TestName = "{m}: beside the ids it is the name, whatever it looks like")]
    [TestCase("locationDisplayId,pomDisplayId,name\n#a1,,Auckland\n#a1,#e,Service", "l=a1(Auckland)|l=a1 m=e(Service)", TestName = "{m}: a name goes to the narrowest of its line")]
    [TestCase("locationDisplayId,pomDisplayId\n#a1\n#a2,#e", "l=a1|l=a2 m=e", TestName = "{m}: short lines")]
    [TestCase("\uFEFFlocationDisplayId\r\n#a1\r\n\r\n   \r\n#a2\r\n", "l=a1|l=a2", TestName = "{m}: BOM, CRLF, blank lines")]
    [TestCase("locationDisplayId\r#a1\r#a2", "l=a1|l=a2", TestName = "{m}: CR")]
    [TestCase("locationDisplayId,name\n\"#a1\",\"Auckland, \"\"the\"\" City\"", "l=a1(Auckland, \"the\" City)", TestName = "{m}: quotes")]
    [TestCase("name,locationDisplayId\n\"Auckland\r\nCBD\",#a1\nWellington,#a2", "l=a1(Auckland CBD)|l=a2(Wellington)", TestName = "{m}: a line end in quotes")]
    [TestCase("\"name\" , \"locationDisplayId\"\n \"Auckland\" , \"#a1\" ", "l=a1(Auckland)", TestName = "{m}: spaces around quotes")]
    [TestCase("name,locationDisplayId\n5\" Pipe,#a1", "l=a1(5\" Pipe)", TestName = "{m}: a quote within a bare cell")]
    [TestCase("Client ID: #c\nProgramme ID = #d\nLocation: Dave's, Auckland\nLocation ID: #a1\nPOM ID:\n\nLocation: Wellington\nLocation ID: #a2", "c=c p=d l=a1(Dave's, Auckland)|l=a2(Wellington)", TestName = "{m}: a letter")]
    [TestCase("- Location: Auckland\n- Location ID: #a1\n- Location: Wellington\n- Location ID: #a2", "l=a1(Auckland)|l=a2(Wellington)", TestName = "{m}: a list in a letter")]
    [TestCase("  \"clientDisplayId\": \"#c\",\n  \"programmeDisplayId\": \"#d\",", "c=c p=d", TestName = "{m}: cut out of JSON")]
    [TestCase("#a1\n#a2", "l=a1|l=a2", TestName = "{m}: ids alone are locations")]
    [TestCase("Auckland\t#a1\n#a2\tWellington", "l=a1(Auckland)|l=a2(Wellington)", TestName = "{m}: id and name without a header")]
    public void Read_Lines_FindsTheIds(string text, string rows)
    {
        var found = PastedIds.Read(Found.WithIds(text));
        Assert.That(found.Lines(), Is.EqualTo(rows.Split('|')));
        Assert.That(found.Faults, Is.Empty);
    }

    [TestCase("", "Line 1, position 1: There is nothing to read.")]
    [TestCase("\uFEFF \r\n ", "Line 1, position 1: There is nothing to read.")]
    [TestCase("hello", "Line 1, position 1: There is no id in it. Put a line of titles above it")]
    [TestCase("name,location\nA,B", "Line 1, position 1: No column of the header line is one of ids")]
    [TestCase("name,locationDisplayId", "Line 1, position 1: There is no line below the header line.")]
    [TestCase("name,locationDisplayId\nA,#a1\nB,", "Line 3, position 1: The line has no id. It was left out.")]
    [TestCase("name,locationDisplayId\nA,#a1\nB,not an id", "Line 3, position 3: The location id is not 1 to 100 characters without spaces. The entry was left out.")]
    [TestCase("name,locationDisplayId\nA,1.2E+31", "Line 2, position 3: The location id 1.2E+31 is a number that a spreadsheet rewrote")]
    [TestCase("name,locationDisplayId\nA,#a1,x", "Line 2, position 36: The line has more cells than the header line (2). It was left out.")]
    [TestCase("name,locationDisplayId\n\"A\nB\",#a1\n\"C,#a2\nD,#a3", "Line 4, position 1: The quote that opens here is never closed. This line and all that follows were left out.")]
    [TestCase("name,locationDisplayId\n\"A\"B,#a1", "Line 2, position 4: There is text after a closing quote. It was taken as part of the cell.")]
    [TestCase("locationDisplayId,location_display_id\n#a1,#a2", "Line 1, position 19: The column 'location_display_id' is a second one of the same kind as 'locationDisplayId'. Its cells were left out.")]
    [TestCase("name,locationDisplayId\nA,#a1\nB,#a1", "Line 3, position 1: The same ids as in line 2, under another name (B). The first name was kept.")]
    [TestCase("Dear Dave,\nLocation ID: #a1", "Line 1, position 1: This line is not labelled as one of the ids or names. It was left out.")]
    [TestCase("Location ID: #a1\n\nName: Dave", "Line 3, position 1: There is a name here, but no id. It was left out.")]
    [TestCase("#a1\nAuckland", "Line 2, position 1: There is no id in this line. It was left out.")]
    [TestCase("#a1;#e", "Line 1, position 1: Which cell is which cannot be told here. The line was left out. Put a line of titles above it")]
    [TestCase("Auckland;CBD;#a1", "Line 1, position 1: Which cell is which cannot be told here.")]
    public void Read_LinesWithAFault_SaysWhereAndWhat(string text, string fault) =>
        Assert.That(PastedIds.Read(Found.WithIds(text)).Faults(), Has.One.StartsWith(fault));

    [TestCase("name,locationDisplayId,Phone\nA,#a1,021", "The column 'Phone' was not used.")]
    [TestCase("name,Location ID\nA,#a1", "The column 'Location ID' was read as locationDisplayId.")]
    [TestCase("locationDisplayId,locationId\n#a1,17", "The column 'locationId' was not used.")]
    [TestCase("Location ID: #a1", "The label 'Location ID' was read as locationDisplayId.")]
    [TestCase("A,#a1", "There is no header line: the ids were taken for location ids.")]
    [TestCase("locationDisplayId\n#a1\nlocationDisplayId\n#a2", "A second line of titles was passed over.")]
    [TestCase("locationDisplayId\n#a1\n#a1", "One entry said the same as another; they were merged.")]
    [TestCase("locationDisplayId\n#a1\n#a1\n#a1", "2 entries said the same as others; they were merged.")]
    public void Read_WhatCouldBeReadOtherwise_IsNoted(string text, string note) =>
        Assert.That(PastedIds.Read(Found.WithIds(text)).Notes, Is.EqualTo(new[] { note }));

    [Test]
    public void Read_TheSameIdsTwice_TakesTheNamesOfBoth() => Assert.That(
        PastedIds.Read(Found.WithIds("locationDisplayId,locationName,pomDisplayId,pomName\n#a1,,#e,Service\n#a1,Auckland,#e,")).Lines(),
        Is.EqualTo(new[] { "l=a1(Auckland) m=e(Service)" }));

    [Test]
    public void Read_ManyFaults_KeepsTheFirstAndCountsTheRest()
    {
        var found = PastedIds.Read("name,locationDisplayId\n" + string.Concat(Enumerable.Repeat("A,\n", 150)));
        Assert.That(found.Faults, Has.Count.EqualTo(101));
        Assert.That(found.Faults[^1].Text, Is.EqualTo("There are 50 more faults after this one."));
    }

    [Test]
    public void Read_LongerThanTheLimit_IsAFault() =>
        Assert.That(PastedIds.Read(new string('a', PastedIds.MaximumLength + 1)).Faults(), Has.One.Contains("longer than 4 million characters"));

    [TestCase(",")]
    [TestCase("name,")]
    [TestCase("\"")]
    [TestCase(" ")]
    [TestCase("a:")]
    [TestCase("[")]
    [TestCase("{\"a\":")]
    [TestCase("locationDisplayId\n")]
    [CancelAfter(20_000)]
    public void Read_OfALongTextOfOnePiece_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, PastedIds.MaximumLength / piece.Length));
        Assert.That(PastedIds.Read(text).Rows, Is.Empty);
    }
}
