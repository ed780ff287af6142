using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using Moq;
using Nop.Core.Domain.Security;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Secrets;
using Nop.Services.Helpers;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

public sealed class StoreConnectionsTests
{
    private const string Key = "273ece6f97dd844d";
    private FakeSettings _settings = new();

    [SetUp]
    public void SetUp()
    {
        _settings = new FakeSettings();
        _settings.With(
            new CustomerRadarSettings
            {
                ApiAddress = "https://api.feedback.fyi",
                Username = "shared",
                ProtectedPassword = PasswordVault.Protect("shared password", Key),
                ClientDisplayId = "shared-client",
                HomeCountry = "NZ",
                TimeZoneId = "Pacific/Auckland",
            },
            store: 0);
    }

    [Test]
    public async Task ReadAsync_StoreWithoutOwnSettings_HasThoseOfAllStores()
    {
        var found = (await ReadAsync())[StoreKey.Parse("1")];
        Assert.That(
            (found.Username, found.Password.Reveal(), found.ClientDisplayId.ToString(), found.HomeCountry, found.TimeZone.Id),
            Is.EqualTo(("shared", "shared password", "shared-client", "NZ", "Pacific/Auckland")));
    }

    [Test]
    public async Task ReadAsync_StoreWithOwnSettings_HasThemAndTheOtherStoreDoesNot()
    {
        var own = new CustomerRadarSettings
        {
            Username = "own", ProtectedPassword = PasswordVault.Protect("own password", Key), ClientDisplayId = "own-client", HomeCountry = "AU",
        };
        _settings.With(own, store: 2, "Username", "ProtectedPassword", "ClientDisplayId", "HomeCountry");

        var found = await ReadAsync();

        Assert.That(Shown(found["2"]), Is.EqualTo(("store-2", "own", "own password", "own-client", "AU")));
        Assert.That(Shown(found["1"]), Is.EqualTo(("store-1", "shared", "shared password", "shared-client", "NZ")));
    }

    [Test]
    public async Task ReadAsync_DryRunOfOneStore_IsOnlyItsOwn()
    {
        _settings.With(new CustomerRadarSettings { DryRun = true }, store: 2, "DryRun");
        var found = await ReadAsync();
        Assert.That((found["1"].DryRun, found["2"].DryRun), Is.EqualTo((false, true)));
    }

    [TestCase("ApiAddress")]
    [TestCase("Username")]
    public async Task ReadAsync_OwnAddressOrUserNameWithoutOwnPassword_HasNoConnection(string name)
    {
        _settings.With(new CustomerRadarSettings { ApiAddress = "https://elsewhere.example", Username = "own" }, store: 2, name);
        Assert.That((await ReadAsync()).Keys, Is.EqualTo(new[] { "1" }), "The password of all stores was given out for another place.");
    }

    [Test]
    public async Task ReadAsync_BlankOwnPassword_HasNoConnection()
    {
        _settings.With(new CustomerRadarSettings(), store: 2, "ProtectedPassword");
        Assert.That((await ReadAsync()).Keys, Is.EqualTo(new[] { "1" }));
    }

    private static (string, string, string, string, string?) Shown(Connection found) =>
        (found.Key.ToString(), found.Username, found.Password.Reveal(), found.ClientDisplayId.ToString(), found.HomeCountry);

    private async Task<Found> ReadAsync()
    {
        var stores = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1 }, new() { Id = 2 } }));
        var dates = Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.Utc);
        return new Found(await new StoreConnections(_settings, stores, dates, new SecuritySettings { EncryptionKey = Key }).ReadAsync());
    }

    private sealed class Found(IReadOnlyDictionary<StoreKey, Connection> connections)
    {
        public IEnumerable<string> Keys => connections.Keys.Select(store => store.ToString());

        public Connection this[StoreKey store] => connections[store];

        public Connection this[string store] => connections[StoreKey.Parse(store)];
    }
}
