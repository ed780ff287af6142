using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Testing;

namespace CustomerRadar.Core.Tests.Contacts;

public sealed class ContactHasherTests
{
    private readonly ContactHasher _hasher = new(new byte[32]);

    [TestCase("ABC@Example.com")]
    [TestCase(" abc@example.com ")]
    public void Email_OtherSpelling_IsTheSameContact(string spelling) =>
        Assert.That(_hasher.Email(spelling), Is.EqualTo(_hasher.Email("abc@example.com")));

    [Test]
    public void Hash_ShowsItsKindAndNothingOfTheContact()
    {
        var hash = _hasher.Email("abc@example.com").ToString();
        Assert.That(hash, Does.Match("^email:[0-9a-f]{64}$"));
        Assert.That(hash, Has.Length.LessThanOrEqualTo(ContactHash.MaximumLength));
    }

    [Test]
    public void Hash_OfTheSameTextAsAnotherKind_Differs() =>
        Assert.That(_hasher.Phone("+64211234321").Value[6..], Is.Not.EqualTo(_hasher.Email("+64211234321").Value[6..]));

    [Test]
    public void Hash_UnderAnotherKey_Differs() =>
        Assert.That(new ContactHasher(Enumerable.Repeat((byte)1, 32).ToArray()).Phone("+64211234321"), Is.Not.EqualTo(_hasher.Phone("+64211234321")));

    [Test]
    public void Customer_OfAnotherStore_IsAnother() =>
        Assert.That(_hasher.Customer(StoreKey.Parse("1"), "7"), Is.Not.EqualTo(_hasher.Customer(StoreKey.Parse("2"), "7")));

    [Test]
    public async Task InstallationKey_OfTwoProcesses_IsTheSame()
    {
        var values = new MemoryValues();
        var first = await new InstallationKey(values).ReadAsync(default);
        var second = await new InstallationKey(values).ReadAsync(default);
        Assert.That(first.ToArray(), Has.Length.EqualTo(32).And.EqualTo(second.ToArray()));
        Assert.That(first.ToArray(), Is.Not.EqualTo((await new InstallationKey(new MemoryValues()).ReadAsync(default)).ToArray()));
    }
}
