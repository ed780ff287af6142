using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Contacts;
using Nop.Plugin.Misc.CustomerRadar.Controllers;
using Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Controllers;

public sealed class CustomerRadarOptOutsControllerTests
{
    private readonly Mock<ISuppressions> _suppressions = new(MockBehavior.Strict);
    private PartBench _bench = null!;

    private CustomerRadarOptOutsController Controller => new(_bench.Gate, _bench.Services, EnglishTexts.Service);

    [SetUp]
    public void SetUp()
    {
        _suppressions.Reset();
        _suppressions.Setup(x => x.OptOutAsync(It.IsAny<IReadOnlyCollection<ContactHash>>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(1);
        _suppressions.Setup(x => x.TakeBackAsync(It.IsAny<IReadOnlyCollection<ContactHash>>(), It.IsAny<CancellationToken>())).ReturnsAsync(2);
        var values = Mock.Of<IKeptValues>(x => x.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()) == Task.FromResult<string?>(Convert.ToBase64String(new byte[32])));
        _bench = new PartBench().With(new OptOuts(new FakeSettings(), Mock.Of<IPhoneNumbers>(), new InstallationKey(values), _suppressions.Object));
    }

    [Test]
    public async Task Add_Contacts_SaysHowManyAreNew() => Assert.That(
        PartBench.Answer(await Controller.Add("ana@example.test\nbo@example.test", default)), Is.EqualTo((true, "Contacts: 2. New on the list: 1.")));

    [Test]
    public async Task TakeBack_Contacts_SaysHowManyWereOnTheList() => Assert.That(
        PartBench.Answer(await Controller.TakeBack("ana@example.test\nbo@example.test", default)), Is.EqualTo((true, "Contacts: 2. Taken off the list: 2.")));

    [TestCase("ana@example.test\nnobody", "Neither an e-mail address nor a phone number, line: 2. Nothing was changed.")]
    [TestCase(" \n", "There is no contact.")]
    [TestCase(null, "There is no contact.")]
    public async Task Add_BadInput_SaysWhatIsWrongAndChangesNothing(string? typed, string message)
    {
        Assert.That(PartBench.Answer(await Controller.Add(typed, default)), Is.EqualTo((false, message)));
        _suppressions.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Add_WrongColumn_NamesTheFirstLinesOnly()
    {
        var (success, message) = PartBench.Answer(await Controller.Add(string.Join('\n', Enumerable.Repeat("nobody", 25)), default));
        Assert.That((success, message.Contains("19, 20, …", StringComparison.Ordinal)), Is.EqualTo((false, true)), message);
    }

    [Test]
    public async Task Add_MoreThanAtOnce_NamesTheLimit()
    {
        var typed = string.Join('\n', Enumerable.Range(0, OptOuts.MostContacts + 1).Select(i => $"ana{i}@example.test"));
        Assert.That(PartBench.Answer(await Controller.Add(typed, default)), Is.EqualTo((false, "There are 10001 contacts; 10000 are the most at once. Nothing was changed.")));
        _suppressions.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Add_UninstallHasBegun_ChangesNothing()
    {
        _bench.Gate.CloseForGood();
        Assert.That(PartBench.Answer(await Controller.Add("ana@example.test", default)), Is.EqualTo((false, EnglishTexts.Of("NotWorking"))));
        _suppressions.VerifyNoOtherCalls();
    }
}
