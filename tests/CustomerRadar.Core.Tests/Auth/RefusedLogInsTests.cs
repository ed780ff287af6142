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
        _refusals.Told(Some.Connection, Answer);
        Assert.That(_refusals.Since(Some.Connection, Tick()), Is.Null);
    }

    [Test]
    public void Forget_TheLogInWorked_NothingIsLeft()
    {
        var before = Tick();
        _refusals.Keep(Some.Connection, Answer);
        _refusals.Forget(Some.Connection);
        Assert.That(_refusals.Since(Some.Connection, before), Is.Null);
    }

    private long Tick()
    {
        var now = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        return now;
    }
}
