using CustomerRadar.Core.Api;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Pauses.Internal;
using CustomerRadar.Core.Tests.Invitations;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Pauses;

public sealed class EndedPausesTests
{
    private const string Settings = "mark";
    private static readonly PauseScope Main = PauseScope.Of(Some.Connection.Key);
    private static readonly PauseScope Other = PauseScope.Of(ConnectionKey.Parse("store-2"));

    private readonly FakeTimeProvider _time = new(Some.Noon);
    private EndedPauses _ended = null!;

    [SetUp]
    public void SetUp() => _ended = new EndedPauses(_time);

    [TestCase(1, 0)]
    [TestCase(2, 10)]
    [TestCase(3, 20)]
    [TestCase(4, 40)]
    [TestCase(5, 60)]
    [TestCase(9, 60)]
    public void IsWaiting_RefusedSoOftenWhileNoPauseStood_ForThatLong(int times, int minutes)
    {
        Refuse(times);
        _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(minutes > 0 ? 1 : 0));
        Assert.That(_ended.IsWaiting(Main, Settings), Is.EqualTo(minutes > 0));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(_ended.IsWaiting(Main, Settings), Is.False);
    }

    [Test]
    public void IsWaiting_OtherSettingsOrAnotherConnection_IsFalse()
    {
        Refuse(3);
        _ended.Count(Other, Settings);
        Assert.That((_ended.IsWaiting(Main, "another"), _ended.IsWaiting(Other, Settings)), Is.EqualTo((false, false)));
    }

    [Test]
    public void IsWaiting_LastRefusalIsLongAgo_BeginsAnew()
    {
        Refuse(4);
        _time.Advance(TimeSpan.FromHours(3));
        Refuse(1);
        Assert.That(_ended.IsWaiting(Main, Settings), Is.False);
    }

    [Test]
    public void Forget_TheLogInWorked_NothingIsLeft()
    {
        Refuse(3);
        _ended.Forget(Main);
        Assert.That(_ended.IsWaiting(Main, Settings), Is.False);
    }

    private void Refuse(int times)
    {
        for (var time = 0; time < times; time++)
            _ended.Count(Main, Settings);
    }
}
