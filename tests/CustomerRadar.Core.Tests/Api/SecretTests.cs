using CustomerRadar.Core.Api;
using Newtonsoft.Json;

namespace CustomerRadar.Core.Tests.Api;

public sealed class SecretTests
{
    private static readonly Connection Connection = new()
    {
        Key = ConnectionKey.Parse("main"),
        Username = "testing",
        Password = new Secret("hunter2"),
        ClientDisplayId = ClientDisplayId.Parse("8291a9ed952342c5b5fe2915f2189e7c"),
    };

    [Test]
    public void ToString_OfASecretAndOfWhatHoldsOne_HidesIt() =>
        Assert.That($"{Connection.Password} {Connection}", Does.Contain("***").And.Not.Contain("hunter2"));

    [Test]
    public void Serialised_WithAllThatHoldsIt_HidesIt() =>
        Assert.That(JsonConvert.SerializeObject(Connection.Password), Is.EqualTo("\"***\""));

    [Test]
    public void Equals_SameText_IsSame() =>
        Assert.That(Connection.Password, Is.EqualTo(new Secret("hunter2")).And.Not.EqualTo(new Secret("hunter3")));

    [Test]
    public void Reveal_GivesTheSecret() => Assert.That(Connection.Password.Reveal(), Is.EqualTo("hunter2"));

    [Test]
    public void Constructor_Empty_Throws() => Assert.That(() => new Secret(""), Throws.ArgumentException);
}
