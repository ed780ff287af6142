using CustomerRadar.Core.Api;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Pauses.Internal;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using CustomerRadar.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Pauses;

/// <summary>What ends a pause without a probe: the book reads otherwise.</summary>
public sealed class SendingPausesTests
{
    private static readonly PauseScope Main = PauseScope.Of(Some.Connection.Key);
    private static readonly PauseScope OfRule = PauseScope.Of(Some.Rule.Key, Some.Rule.Programme, new LocationTarget(LocationDisplayId.Parse("elsewhere")));

    private FakeTimeProvider _time = null!;
    private MemoryPauses _pauses = null!;
    private InstallationKey _key = null!;
    private SendingPauses _sending = null!;

    [SetUp]
    public void SetUp()
    {
        _time = new FakeTimeProvider(Some.Noon);
        _pauses = new MemoryPauses(_time);
        _key = new InstallationKey(new MemoryValues());
        _sending = new SendingPauses(_pauses, _key);
    }

    [Test]
    public async Task EndOutdatedAsync_NothingChanged_LeavesAllAsTheyAre()
    {
        await RefusedAsync();
        await _sending.EndOutdatedAsync(Some.Book(Some.Rule), default);
        Assert.That(_pauses.Known.Keys, Is.EquivalentTo(new[] { Main, OfRule }));
    }

    [Test]
    public async Task EndOutdatedAsync_RuleReadsOtherwise_EndsItsPauses()
    {
        await RefusedAsync();
        await _sending.EndOutdatedAsync(Some.Book(Some.Rule with { DefaultLocation = new LocationTarget(LocationDisplayId.Parse("another")) }), default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { Main }));
    }

    [Test]
    public async Task EndOutdatedAsync_RuleIsGone_EndsItsPauses()
    {
        await RefusedAsync();
        await _sending.EndOutdatedAsync(Some.Book(), default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { Main }));
    }

    [Test]
    public async Task EndOutdatedAsync_AnotherClient_EndsBoth_SinceIdsHaveToBelongTogether()
    {
        await RefusedAsync();
        await _sending.EndOutdatedAsync(Book(Some.Connection with { ClientDisplayId = ClientDisplayId.Parse("another") }), default);
        Assert.That(_pauses.Known, Is.Empty);
    }

    [Test]
    public async Task EndOutdatedAsync_AnotherPassword_EndsThePauseOfTheConnectionOnly()
    {
        await RefusedAsync();
        await _sending.EndOutdatedAsync(Book(Some.Connection with { Password = new Secret("another") }), default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { OfRule }));
    }

    [Test]
    public async Task EndOutdatedAsync_ConnectionIsGone_EndsItOnceNobodyTriesAnyMore()
    {
        await RefusedAsync();
        var without = new RuleBook([Some.Rule], new Dictionary<StoreKey, Connection>());
        await _sending.EndOutdatedAsync(without, default);
        Assert.That(_pauses.Known.ContainsKey(Main), Is.True, "another node may know it, and try");
        _time.Advance(TimeSpan.FromHours(2));
        await _sending.EndOutdatedAsync(without, default);
        Assert.That(_pauses.Known.ContainsKey(Main), Is.False);
    }

    [Test]
    public async Task EndOutdatedAsync_PersonsPauseOfAConnectionThatIsGone_Stays()
    {
        await _sending.PauseAsync(Main, "Stock-taking.", null, default);
        _time.Advance(TimeSpan.FromDays(30));
        await _sending.EndOutdatedAsync(RuleBook.Empty, default);
        Assert.That(_pauses.Known.Keys, Is.EqualTo(new[] { Main }));
    }

    private static RuleBook Book(Connection connection) => new([Some.Rule], new Dictionary<StoreKey, Connection> { [Some.Store] = connection });

    // A log-in and a rule's ids were refused, both as they stand in the book.
    private async Task RefusedAsync()
    {
        var key = await _key.ReadAsync(default);
        var trouble = new PauseTrouble(Main, Guid.NewGuid(), "Refused.", null, null, SettingsMark.Of(Some.Connection, key));
        _pauses.Known[Main] = PausePolicy.AfterRefusal(null, _time.GetUtcNow(), PauseCause.LogIn, trouble)!;
        var refusal = trouble with { Scope = OfRule, Settings = SettingsMark.Of(Some.Rule, Some.Book(Some.Rule), key) };
        _pauses.Known[OfRule] = PausePolicy.AfterRefusal(null, _time.GetUtcNow(), PauseCause.Configuration, refusal)!;
    }
}
