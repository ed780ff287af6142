using CustomerRadar.Core.Api;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Tests.Metadata;

public sealed class InvitationRequestCheckTests
{
    private static readonly InvitationEntry Entry = new() { Email = "abc@example.com", Location = LocationDisplayId.Parse("north") };
    private static readonly InvitationRequest Request = new(ClientDisplayId.Parse("client"), ProgrammeDisplayId.Parse("programme"), [Entry]);

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case(Request with { Client = default }, "The clientDisplayId is missing.");
        yield return Case(Request with { Programme = default }, "The programmeDisplayId is missing.");
        yield return Case(Request with { Entries = [] }, "There is nobody to invite.");
        yield return Of(Entry with { Location = default }, "The locationDisplayId is missing.");
        yield return Of(Entry with { Email = null }, "There is neither an e-mail address nor a mobile number.");
        yield return Of(Entry with { Email = " ", Mobile = "" }, "There is neither an e-mail address nor a mobile number.");
        yield return Of(Entry with { Email = new string('a', 255) }, "The e-mail address has to be one line of at most 254 characters.");
        yield return Of(Entry with { Mobile = "021\n123" }, "The mobile number has to be one line of at most 32 characters.");
        yield return Of(Entry with { FirstName = new string('a', 201) }, "The first name has to be one line of at most 200 characters.");
        yield return Of(Entry with { LastName = "Bro\0wn" }, "The last name has to be one line of at most 200 characters.");
        yield return Of(With(("", "1")), "A metadata row has no key.");
        yield return Of(With(("a\tb", "1")), "A metadata key has to be one line of at most 200 characters.");
        yield return Of(With((new string('k', 201), "1")), "A metadata key has to be one line of at most 200 characters.");
        yield return Of(With(("key", new string('v', 4001))), "The metadata value of \"key\" has to be one line of at most 4000 characters.");
        yield return Of(With(("key", "1"), ("key", "2")), "The metadata key \"key\" stands twice.");
    }

    [TestCaseSource(nameof(Wrong))]
    public void Problems_WrongRequest_SaysWhatIsWrong(InvitationRequest request, string problem) =>
        Assert.That(InvitationRequestCheck.Problems(request), Is.EqualTo(new[] { problem }));

    [Test]
    public void Problems_GoodRequest_HasNone() =>
        Assert.That(
            InvitationRequestCheck.Problems(Request with { Entries = [With(("key", "1"), ("Key", "2")) with { Mobile = "0211234321", FirstName = "Dave" }] }),
            Is.Empty);

    [Test]
    public void Problems_EverythingAsLongAsItMayBe_HasNone() =>
        Assert.That(
            InvitationRequestCheck.Problems(Request with
            {
                Entries =
                [
                    With((new string('k', 200), new string('v', 4000))) with
                    {
                        Email = new string('e', 254),
                        Mobile = new string('1', 32),
                        FirstName = new string('f', 200),
                        LastName = new string('l', 200),
                    },
                ],
            }),
            Is.Empty);

    private static InvitationEntry With(params (string Key, string Value)[] metadata) =>
        Entry with { Metadata = [.. metadata.Select(pair => new MetadataValue(pair.Key, pair.Value))] };

    private static TestCaseData Of(InvitationEntry entry, string problem) => Case(Request with { Entries = [entry] }, problem);

    private static TestCaseData Case(InvitationRequest request, string problem) => new(request, problem);
}
