using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Contacts;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Contacts;

public sealed class OptOutsTests
{
    private Mock<ISuppressions> _suppressions = null!;
    private ContactHasher _hasher = null!;
    private OptOuts _optOuts = null!;

    [SetUp]
    public async Task SetUp()
    {
        _suppressions = new Mock<ISuppressions>();
        _suppressions.Setup(s => s.OptOutAsync(It.IsAny<IReadOnlyCollection<ContactHash>>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(1);
        _suppressions.Setup(s => s.TakeBackAsync(It.IsAny<IReadOnlyCollection<ContactHash>>(), It.IsAny<CancellationToken>())).ReturnsAsync(2);
        var settings = new Mock<ISettingService>();
        settings.Setup(s => s.LoadSettingAsync<CustomerRadarSettings>(It.IsAny<int>())).ReturnsAsync(new CustomerRadarSettings { HomeCountry = "NZ" });
        var phones = new Mock<IPhoneNumbers>();
        phones.Setup(p => p.Parse(It.Is<PhoneNumber>(number => number.Text == "021 123 4321"), "NZ"))
            .Returns(new ParsedPhone("+64211234321", "0211234321", "NZ", CanBeMobile: true));
        var values = new Mock<IKeptValues>();
        values.Setup(v => v.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(Convert.ToBase64String(new byte[32]));
        var key = new InstallationKey(values.Object);
        _hasher = await key.HasherAsync(default);
        _optOuts = new OptOuts(settings.Object, phones.Object, key, _suppressions.Object);
    }

    [Test]
    public async Task Add_AddressesAndNumbers_AreTakenDownOnceEachAsHashes()
    {
        var reading = await _optOuts.AddAsync("ana@example.test\r\n\r\n 021 123 4321 \nana@example.test", default);

        Assert.That((reading.Contacts, reading.Changed, reading.WrongLines.Count), Is.EqualTo((2, 1, 0)));
        _suppressions.Verify(s => s.OptOutAsync(
            It.Is<IReadOnlyCollection<ContactHash>>(contacts => contacts.ToHashSet().SetEquals(new[] { _hasher.Email("ana@example.test"), _hasher.Phone("+64211234321") })),
            "administrator",
            It.IsAny<CancellationToken>()));
    }

    [TestCase("ana@example.test\nana at example", 2)]
    [TestCase("Ana <ana@example.test>", 1)]
    [TestCase("\n12", 2)]
    [TestCase("12\n\n34\nana@example.test\n56", 1, 3, 5)]
    [TestCase("Name,Email\nAna,ana at example\nBo,bo@example.test", 2)]
    [TestCase("Ana,ana@example.test", 1)]
    public async Task Add_LinesThatAreNeither_AreNamedAndNothingIsTakenDown(string text, params int[] lines)
    {
        Assert.That((await _optOuts.AddAsync(text, default)).WrongLines, Is.EqualTo(lines));
        _suppressions.VerifyNoOtherCalls();
    }

    [TestCase("Customer no.;E-mail;Mobile\n211234321;ana@example.test;021 123 4321\n211234322;;\n", 2)]
    [TestCase("\uFEFFe-mail address\r\nana@example.test\r\nbo@example.test", 2)]
    [TestCase("\"Name\",\"Email\"\n\"Brown, Ana\",\"ana@example.test\"", 1)]
    [TestCase("ana@example.test, 021 123 4321", 2)]
    [TestCase("email@example.test\nphone@example.test", 2)]
    public async Task Add_File_ItsContactColumnsCount(string text, int contacts)
    {
        var reading = await _optOuts.AddAsync(text, default);
        Assert.That((reading.Contacts, reading.Changed, reading.WrongLines.Count), Is.EqualTo((contacts, 1, 0)));
    }

    [Test]
    public async Task Add_MoreThanTheMost_TakesNoneDown()
    {
        var reading = await _optOuts.AddAsync(string.Join('\n', Enumerable.Range(0, OptOuts.MostContacts + 1).Select(i => $"ana{i}@example.test")), default);
        Assert.That((reading.IsTooLong, reading.Changed), Is.EqualTo((true, 0)));
        _suppressions.VerifyNoOtherCalls();
    }

    [TestCase(null)]
    [TestCase(" \n")]
    public async Task Add_NothingTyped_ChangesNothing(string? text)
    {
        Assert.That((await _optOuts.AddAsync(text, default)).Contacts, Is.Zero);
        _suppressions.VerifyNoOtherCalls();
    }

    [Test]
    public async Task TakeBack_Address_IsStruckOut()
    {
        var reading = await _optOuts.TakeBackAsync("ana@example.test", default);
        Assert.That((reading.Contacts, reading.Changed), Is.EqualTo((1, 2)));
        _suppressions.Verify(s => s.TakeBackAsync(
            It.Is<IReadOnlyCollection<ContactHash>>(contacts => contacts.Single() == _hasher.Email("ana@example.test")), It.IsAny<CancellationToken>()));
    }
}
