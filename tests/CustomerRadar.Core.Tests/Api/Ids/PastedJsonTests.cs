using CustomerRadar.Core.Api.Ids;

namespace CustomerRadar.Core.Tests.Api.Ids;

public sealed class PastedJsonTests
{
    // JSON (#a1 is an id) -> rows
    [TestCase("""{"locationDisplayId":"#a1"}""", "l=a1", TestName = "{m}: one object")]
    [TestCase("""[{"locationDisplayId":"#a1","name":"Auckland"},{"locationDisplayId":"#b2","name":"Wellington"}]""", "l=a1(Auckland)|l=b2(Wellington)", TestName = "{m}: a list")]
    [TestCase("""{"clientDisplayId":"#c","programmeDisplayId":"#d","locationDisplayId":"#a1","pomDisplayId":"#e"}""", "c=c p=d l=a1 m=e", TestName = "{m}: all four, flat")]
    [TestCase("""{"locationDisplayId":"#a1","locationName":"Auckland","pomDisplayId":"#e","name":"Service"}""", "l=a1(Auckland) m=e(Service)", TestName = "{m}: a plain name is that of the narrowest")]
    [TestCase("""{"data":{"result":{"items":[{"locationDisplayId":"#a1"}]}}}""", "l=a1", TestName = "{m}: wrapped")]
    [TestCase("""{"clientDisplayId":"#c","name":"ACME","locations":[{"locationDisplayId":"#a1","name":"Auckland","poms":[{"pomDisplayId":"#e1","name":"Service"},{"pomDisplayId":"#e2","name":"Shop"}]},{"locationDisplayId":"#a2","name":"Wellington","poms":[]}]}""",
        "c=c(ACME) l=a1(Auckland) m=e1(Service)|c=c(ACME) l=a1(Auckland) m=e2(Shop)|c=c(ACME) l=a2(Wellington)", TestName = "{m}: a tree")]
    [TestCase("""{"pomDisplayId":"#e","name":"Service","location":{"locationDisplayId":"#a1","name":"Auckland"},"programme":{"programmeDisplayId":"#d","name":"Sales"}}""",
        "p=d(Sales) l=a1(Auckland) m=e(Service)", TestName = "{m}: objects beside each other are one thing")]
    [TestCase("""{"client":{"clientDisplayId":"#c"},"programmes":[{"programmeDisplayId":"#d1"},{"programmeDisplayId":"#d2"}],"locations":[{"locationDisplayId":"#a1"}]}""",
        "c=c p=d1|c=c p=d2|c=c l=a1", TestName = "{m}: two lists are not mixed")]
    [TestCase("""{"Auckland":{"locationDisplayId":"#a1"},"Wellington":{"locationDisplayId":"#a2","pomDisplayId":"#e"}}""", "l=a1(Auckland)|l=a2 m=e(Wellington)", TestName = "{m}: a map from names")]
    [TestCase("""{"locationDisplayId":"#a1","other":{"locationDisplayId":"#a2"}}""", "l=a1|l=a2(other)", TestName = "{m}: another id below does not hide the one above")]
    [TestCase("""{"locations":[{"displayId":"#a1","name":"Auckland"}]}""", "l=a1(Auckland)", TestName = "{m}: the list says whose id it is")]
    [TestCase("""{"locations":[{"name":"Auckland","poms":[{"pomDisplayId":"#e"}]}]}""", "l=(Auckland) m=e", TestName = "{m}: a name without its id")]
    [TestCase("""{"name":"Auckland","ids":{"locationDisplayId":"#a1"}}""", "l=a1(Auckland)", TestName = "{m}: the name beside the ids")]
    [TestCase("""{"programmeDisplayId":"#d","locationDisplayIds":["#a1","#a2"]}""", "p=d l=a1|p=d l=a2", TestName = "{m}: bare ids in a list")]
    [TestCase("""{"locations":["#a1","Auckland"]}""", "l=a1", TestName = "{m}: bare ids by the name of the list")]
    [TestCase("""{"location":"#a1","pom":"Service","pom_display_id":"#e"}""", "l=a1 m=e(Service)", TestName = "{m}: a thing is its id or its name")]
    [TestCase("""[{"Location Display ID":"#a1"},{"LOCATIONDISPLAYID":"#a2"},{"location-display-id":"#a3"}]""", "l=a1|l=a2|l=a3", TestName = "{m}: spelling")]
    [TestCase("""{"programDisplayId":"#d","subMeasureDisplayId":"#e","subMeasureName":"Service"}""", "p=d m=e(Service)", TestName = "{m}: other words")]
    [TestCase("""{"locationDisplayId":"#a1","locationId":17,"poms":[{"pomDisplayId":"#e","pomId":3,"locationId":17}]}""", "l=a1 m=e", TestName = "{m}: inner ids beside the documented ones are others")]
    [TestCase("""{"locationDisplayId":"#a1"} {"locationDisplayId":"#a2"}""", "l=a1|l=a2", TestName = "{m}: JSON lines")]
    [TestCase("""[[{"locationDisplayId":"#a1"}],[{"locationDisplayId":"#a2"}]]""", "l=a1|l=a2", TestName = "{m}: lists of lists")]
    [TestCase("\uFEFF\r\n[ // from the API\r\n {\"locationDisplayId\" : \" #a1\u200B \" , \"name\":\" Auckland\\n CBD\" } ]", "l=a1(Auckland CBD)", TestName = "{m}: BOM, comment, invisible characters, line ends")]
    [TestCase("""{"locationDisplayId":846673197418938368,"pomDisplayId":123456789012345678901234567890}""", "l=846673197418938368 m=12345678901234567890123456789", TestName = "{m}: numbers of any length")]
    [TestCase("""{"locationDisplayId":0123, "pomDisplayId":0x1F}""", "l=0123 m=0x1F", TestName = "{m}: a number stays as it was written")]
    [TestCase("""{"locationDisplayId":"#a1","pomDisplayId":null,"programmeDisplayId":"","active":true,"score":4.5}""", "l=a1", TestName = "{m}: null and empty say nothing")]
    public void Read_Json_FindsTheIds(string json, string rows)
    {
        var found = PastedIds.Read(Found.WithIds(json));
        Assert.That(found.Lines(), Is.EqualTo(rows.Split('|')));
        Assert.That(found.Faults, Is.Empty);
    }

    [TestCase("""{"a":1}""", "Line 1, position 1: There is no id in it. The keys to look for are clientDisplayId")]
    [TestCase("""["#a1"]""", "Line 1, position 1: There is no id in it.")]
    [TestCase("[\n{\"locationDisplayId\":\"a b\"}]", "Line 2, position 26: The location id is not 1 to 100 characters without spaces. The entry was left out.")]
    [TestCase("[\n{\"locationDisplayId\":\"1.23E+31\"}]", "Line 2, position 31: The location id 1.23E+31 is a number that a spreadsheet rewrote")]
    [TestCase("[{\"locationDisplayId\":\"#a1\"},\n {\"id\":\"x\"}]", "Line 2, position 2: This entry of the list has no id under a key that is known.")]
    [TestCase("[{\"locationDisplayId\":\"#a1\",\n\"location_display_id\":\"#a2\"}]", "Line 2, position 56: A second, different location id in one object.")]
    [TestCase("[{\"pomDisplayId\":\"#a1\",\"name\":\"One\"},\n{\"pomDisplayId\":\"#a1\",\"name\":\"Two\"}]", "Line 2, position 1: The same ids as in line 1, under another name (Two). The first name was kept.")]
    [TestCase("""{"locationDisplayId":"#a1"} and more""", "Line 1, position 57: The JSON cannot be read beyond this place")]
    [TestCase("""{"locationDisplayId":"#a1"} 17""", "Line 1, position 59: This stands outside of the JSON object or list.")]
    public void Read_JsonWithAFault_SaysWhereAndWhat(string json, string fault) =>
        Assert.That(PastedIds.Read(Found.WithIds(json)).Faults(), Has.One.StartsWith(fault));

    [TestCase("[{\"locationDisplayId\":\"#a1\"}", 1)]
    [TestCase("[{\"locationDisplayId\":\"#a1\"\n\"name\":\"x\"}]", 2)]
    [TestCase("[{\"locationDisplayId\":\"#a1\",\n\"locationDisplayId\":\"#a2\"}]", 2)]
    [TestCase("{", 1)]
    public void Read_BrokenJson_TakesNothingAndSaysWhere(string json, int line)
    {
        var found = PastedIds.Read(Found.WithIds(json));
        Assert.That(found.Rows, Is.Empty);
        Assert.That((found.Faults.Single().Line, found.Faults.Single().Text), Is.EqualTo((line, found.Faults.Single().Text)));
        Assert.That(found.Faults.Single().Text, Does.StartWith("The JSON cannot be read beyond this place"));
    }

    [Test]
    public void Read_BrokenSecondDocument_KeepsTheFirst()
    {
        var found = PastedIds.Read(Found.WithIds("{\"locationDisplayId\":\"#a1\"}\n{\"locationDisplayId\":"));
        Assert.That(found.Lines(), Is.EqualTo(new[] { "l=a1" }));
        Assert.That(found.Faults.Single().Line, Is.EqualTo(2));
    }

    [Test]
    public void Read_NestedTooDeeply_IsAFault() =>
        Assert.That(PastedIds.Read(new string('[', 100_000)).Faults(), Has.One.Contains("nested too deeply"));

    [Test]
    public void Read_UnknownKeyWithAnId_IsNoted() =>
        Assert.That(
            PastedIds.Read(Found.WithIds("""{"locationDisplayId":"#a1","branchRef":"#b2","tags":["#c3"]}""")).Notes,
            Is.EqualTo(new[]
            {
                "The key 'branchRef' holds what looks like an id. It is not one of the keys that are known, and was not used.",
                "The key 'tags' holds what looks like an id. It is not one of the keys that are known, and was not used.",
            }));

    [TestCase("locationId")]
    [TestCase("loctionDisplayId")]
    [TestCase("locationDisplyID")]
    public void Read_KeyThatOnlyResembles_IsTakenAndNoted(string key)
    {
        var found = PastedIds.Read(Found.WithIds($$"""{"{{key}}":"#a1"}"""));
        Assert.That(found.Lines(), Is.EqualTo(new[] { "l=a1" }));
        Assert.That(found.Notes, Is.EqualTo(new[] { $"The key '{key}' was read as locationDisplayId." }));
    }
}
