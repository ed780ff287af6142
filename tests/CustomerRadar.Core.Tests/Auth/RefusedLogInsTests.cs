using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;
using CustomerRadar.Core.Tests.Invitations;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Auth;

public sealed class RefusedLogInsTests
{
    private static readonly TokenResult.Refused Answer = new(401, "Wrong password");
    private static readonly Connection Changed = Some.Connection with { Password = new Secret("another") };

    private readonly FakeTimeProvider _time = new(Some.Noon);
    private RefusedLogIns _refusals = null!;

    [SetUp]
    public void SetUp() => _refusals = new RefusedLogIns(_time);

    [Test]
    public void Since_AnswerCameAfterwards_IsThatAnswer_ForTheseSettingsOnly()
    {
        var before = Tick();
        _refusals.Keep(Some.Connection, Answer);
        Assert.That(_refusals.Since(Some.Connection, before), Is.SameAs(Answer));
        Assert.That(_refusals.Since(Changed, before), Is.Null);
        Assert.That(_refusals.Since(Some.Connection, Tick()), Is.Null, "who comes later asks anew");
    }

    [Test]
    public void Since_AnswerIsBeingTold_IsThatAnswerForAll_UntilItIsTold()
    {
        _refusals.Keep(Some.Connection, Answer);
        _refusals.Tell(Some.Connection, Answer);
        Assert.That(_refusals.Since(Some.Connection, Tick()), Is.SameAs(Answer));
        _refusals.Told(Some.Connection, Answer, wasOpen: true);
        Assert.That(_refusals.Since(Some.Connection, Tick()), Is.Null);
    }

    [TestCase(1, 0)]
    [TestCase(2, 10)]
    [TestCase(3, 20)]
    [TestCase(4, 40)]
    [TestCase(5, 60)]
    [TestCase(9, 60)]
    public void IsWaiting_RefusedSoOftenWhileTheConnectionStoodOpen_ForThatLong(int times, int minutes)
    {
        Refuse(times);
        Assert.That(_refusals.IsWaiting(Some.Connection), Is.EqualTo(minutes > 0));
        Assert.That(_refusals.IsWaiting(Changed), Is.False);
        _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(minutes > 0 ? 1 : 0));
        Assert.That(_refusals.IsWaiting(Some.Connection), Is.EqualTo(minutes > 0));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(_refusals.IsWaiting(Some.Connection), Is.False);
    }

    [Test]
    public void IsWaiting_RefusedUnderItsOwnPause_IsFalse()
    {
        for (var probe = 0; probe < 5; probe++)
            _refusals.Told(Some.Connection, Answer, wasOpen: false);
        Assert.That(_refusals.IsWaiting(Some.Connection), Is.False);
    }

    [Test]
    public void IsWaiting_LastRefusalIsLongAgo_BeginsAnew()
    {
        Refuse(4);
        _time.Advance(TimeSpan.FromHours(3));
        Refuse(1);
        Assert.That(_refusals.IsWaiting(Some.Connection), Is.False);
    }

    [Test]
    public void Forget_TheLogInWorked_NothingIsLeft()
    {
        var before = Tick();
        Refuse(3);
        _refusals.Forget(Some.Connection);
        Assert.That((_refusals.IsWaiting(Some.Connection), _refusals.Since(Some.Connection, before)), Is.EqualTo((false, (TokenResult.Refused?)null)));
    }

    private void Refuse(int times)
    {
        for (var time = 0; time < times; time++)
            _refusals.Told(Some.Connection, Answer, wasOpen: true);
    }

    private long Tick()
    {
        var now = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        return now;
    }
}
