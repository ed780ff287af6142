using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;

namespace CustomerRadar.Core.Tests.Auth;

public sealed class LogInFailureTests
{
    // The design's row "log-in refused (no token, whatever the status)": status, the body is JSON, the body has the documented shape of a refusal
    [TestCase(200, true, true, TestName = "{m}: 200 with the documented refusal")]
    [TestCase(200, true, false, TestName = "{m}: 200 without a token")]
    [TestCase(201, true, true)]
    [TestCase(400, true, true)]
    [TestCase(400, false, false, TestName = "{m}: 400 without a word we know")]
    [TestCase(401, true, true, TestName = "{m}: 401 with the documented refusal")]
    [TestCase(401, false, false)]
    [TestCase(403, false, false)]
    [TestCase(403, true, true)]
    [TestCase(405, true, true, TestName = "{m}: 405 in the API's own words")]
    [TestCase(410, false, false)]
    [TestCase(404, true, true, TestName = "{m}: 404 in the API's own words: no such user")]
    [TestCase(422, true, false)]
    [TestCase(423, true, false)]
    [TestCase(500, true, true, TestName = "{m}: 500 with the documented refusal")]
    public void Of_AnAnswerThatSaysSo_IsRefused(int status, bool readable, bool documented)
    {
        var result = LogInFailure.Of(Answered(new CallResult.Answered(status) { Readable = readable, Message = "Wrong password" }, documented));
        Assert.That(result, Is.EqualTo(new TokenResult.Refused(status, "Wrong password")));
    }

    // The rows "not sent", "429, 503" and "3xx, 404, 405". What would be unknown for an invitation may be repeated here: a lost log-in has done nothing.
    [TestCase(408, false, CallVerdict.NotSent)]
    [TestCase(408, true, CallVerdict.NotSent)]
    [TestCase(429, true, CallVerdict.NotSent)]
    [TestCase(500, false, CallVerdict.NotSent)]
    [TestCase(501, false, CallVerdict.NotSent)]
    [TestCase(502, true, CallVerdict.NotSent)]
    [TestCase(503, true, CallVerdict.NotSent)]
    [TestCase(504, false, CallVerdict.NotSent)]
    [TestCase(407, false, CallVerdict.NotSent)]
    [TestCase(301, false, CallVerdict.WrongAddress)]
    [TestCase(302, true, CallVerdict.WrongAddress)]
    [TestCase(308, false, CallVerdict.WrongAddress)]
    [TestCase(404, false, CallVerdict.WrongAddress)]
    [TestCase(405, false, CallVerdict.WrongAddress)]
    [TestCase(101, false, CallVerdict.NotSent)]
    public void Of_AnAnswerThatSaysNothingOfTheUser_IsUnavailable(int status, bool documented, CallVerdict verdict)
    {
        var answered = new CallResult.Answered(status) { Readable = true, RetryAfter = TimeSpan.FromSeconds(7) };
        var outcome = ((TokenResult.Unavailable)LogInFailure.Of(Answered(answered, documented))).Outcome;

        Assert.That((outcome.Verdict, outcome.Status, outcome.RetryAfter), Is.EqualTo((verdict, (int?)status, (TimeSpan?)TimeSpan.FromSeconds(7))));
        Assert.That(outcome.Message, Does.Not.Contain("invitation"), "a log-in is no invitation");
    }

    [Test]
    public void Of_EveryStatus_IsOneOfTheTwo([Values] bool readable, [Values] bool documented) => Assert.That(
        Enumerable.Range(100, 500).Select(status => LogInFailure.Of(Answered(new CallResult.Answered(status) { Readable = readable || documented }, documented))),
        Is.All.InstanceOf<TokenResult.Refused>().Or.InstanceOf<TokenResult.Unavailable>());

    [Test]
    public void Of_APageInsteadOfAnAnswer_PointsAtTheAddress()
    {
        var outcome = ((TokenResult.Unavailable)LogInFailure.Of(Answered(new CallResult.Answered(200), documented: false))).Outcome;
        Assert.That((outcome.Verdict, outcome.Message), Is.EqualTo((CallVerdict.NotSent, "The answer to the log-in could not be read.")));
        Assert.That(outcome.Advice, Does.Contain("check the API address"));
    }

    [Test]
    public void Of_NotSentAndLost_MayBothBeRepeated([Values] bool lost)
    {
        CallResult result = lost ? new CallResult.Lost("It broke.") : new CallResult.NotSent("It broke.");
        Assert.That(
            LogInFailure.Of(new LogInAnswer(result, null, null, SaysRefused: false)),
            Is.EqualTo(new TokenResult.Unavailable(new CallOutcome(CallVerdict.NotSent, "It broke."))));
    }

    [Test]
    public void Of_ARefusalWithoutAWord_SaysWhatIsMissing() =>
        Assert.That(
            LogInFailure.Of(Answered(new CallResult.Answered(200) { Readable = true }, documented: false)),
            Is.EqualTo(new TokenResult.Refused(200, "no token was given.")));

    private static LogInAnswer Answered(CallResult.Answered answered, bool documented) => new(answered, null, null, documented);
}
