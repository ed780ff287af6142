using CustomerRadar.Core.Api;
using static CustomerRadar.Core.Api.CallVerdict;

namespace CustomerRadar.Core.Tests.Api;

public sealed class CallOutcomeTests
{
    private const string UnknownIds = "No Feedback code found for this clientDisplayId, locationDisplayId, pomDisplayId & programmeDisplayId.";
    private const string NoPostmark = "To send an email invitation, the programme must set Postmark ID. Provide correct details & try again.";

    // The design's table "Outcomes of a call", row by row: status, code, what the API said -> verdict

    // "200 and code 00000"
    [TestCase(200, "00000", "success", Accepted, TestName = "{m}: 200 and code 00000 is accepted")]
    [TestCase(201, "00000", null, Accepted)]

    // "400 or another code, the known configuration refusals"
    [TestCase(400, null, UnknownIds, ConfigurationRefused, TestName = "{m}: 400, the ids do not belong together")]
    [TestCase(400, null, NoPostmark, ConfigurationRefused, TestName = "{m}: 400, the programme cannot send e-mail")]
    [TestCase(400, "40001", UnknownIds, ConfigurationRefused)]
    [TestCase(200, "10001", UnknownIds, ConfigurationRefused, TestName = "{m}: another code, known refusal")]
    [TestCase(422, null, NoPostmark, ConfigurationRefused)]
    [TestCase(404, null, UnknownIds, ConfigurationRefused, TestName = "{m}: 404 in the API's own words is no wrong address")]
    [TestCase(405, null, NoPostmark, ConfigurationRefused)]
    [TestCase(400, null, "no feedback CODE found for this clientdisplayid", ConfigurationRefused, TestName = "{m}: known refusal in another case")]
    [TestCase(400, null, "Error 17:  No Feedback\tcode found\r\n for this clientDisplayId (see manual)", ConfigurationRefused, TestName = "{m}: known refusal with other spacing and text around it")]
    [TestCase(400, null, "The programme must set  postmark id", ConfigurationRefused)]

    // "400 or another code, anything else; other 4xx"
    [TestCase(400, null, "locationDisplayId is mandatory", Refused, TestName = "{m}: 400, a mandatory attribute is missing")]
    [TestCase(400, null, null, Refused)]
    [TestCase(400, "00000", "success", Refused, TestName = "{m}: 400 is no success, whatever the code")]
    [TestCase(200, "10001", "Something else", Refused, TestName = "{m}: another code")]
    [TestCase(200, "0", null, Refused, TestName = "{m}: 0 is not 00000")]
    [TestCase(200, "2", "Wrong password", Refused, TestName = "{m}: the code of a refused log-in says nothing special here")]
    [TestCase(402, null, null, Refused)]
    [TestCase(406, null, null, Refused)]
    [TestCase(409, null, null, Refused)]
    [TestCase(410, null, null, Refused)]
    [TestCase(413, null, null, Refused)]
    [TestCase(415, null, null, Refused)]
    [TestCase(422, null, null, Refused)]
    [TestCase(451, null, null, Refused)]
    [TestCase(499, null, null, Refused)]

    // "401"; "403 after a fresh log-in"
    [TestCase(401, null, null, Unauthorised, TestName = "{m}: 401, the token was not taken")]
    [TestCase(401, null, UnknownIds, Unauthorised)]
    [TestCase(403, null, null, Forbidden, TestName = "{m}: 403, one fresh log-in before it counts")]
    [TestCase(403, null, UnknownIds, Forbidden)]

    // "429, 503"; 407 comes from a proxy, which has not passed the request on
    [TestCase(429, null, null, NotSent, TestName = "{m}: 429, fewer requests please")]
    [TestCase(503, null, null, NotSent, TestName = "{m}: 503, not available")]
    [TestCase(503, null, UnknownIds, NotSent)]
    [TestCase(407, null, null, NotSent, TestName = "{m}: a proxy's own refusal")]

    // "408, 500, 502, 504, 200 that cannot be read"; every other 5xx says as little
    [TestCase(408, null, null, Unknown, TestName = "{m}: 408, nobody knows how far it got")]
    [TestCase(500, null, null, Unknown, TestName = "{m}: 500, nobody knows how far it got")]
    [TestCase(500, null, UnknownIds, Unknown)]
    [TestCase(500, "00000", "success", Unknown)]
    [TestCase(501, null, null, Unknown)]
    [TestCase(502, null, null, Unknown)]
    [TestCase(504, null, null, Unknown)]
    [TestCase(599, null, null, Unknown)]
    [TestCase(200, null, null, Unknown, TestName = "{m}: readable, but without a code")]
    [TestCase(101, null, null, Unknown)]

    // "3xx, 404, 405"
    [TestCase(300, null, null, WrongAddress)]
    [TestCase(301, null, null, WrongAddress)]
    [TestCase(302, null, null, WrongAddress, TestName = "{m}: 302, a redirect is not followed")]
    [TestCase(304, null, null, WrongAddress)]
    [TestCase(307, null, null, WrongAddress)]
    [TestCase(308, null, null, WrongAddress)]
    [TestCase(302, null, UnknownIds, WrongAddress)]
    [TestCase(404, null, "Not Found", WrongAddress, TestName = "{m}: 404, this is not the API")]
    [TestCase(405, null, null, WrongAddress, TestName = "{m}: 405, this is not the API")]
    public void Of_AnAnswer_GivesTheVerdictOfTheTable(int status, string? code, string? said, CallVerdict verdict)
    {
        var outcome = CallOutcome.Of(new CallResult.Answered(status) { Readable = true, Code = code, Message = said });

        Assert.That(outcome.Verdict, Is.EqualTo(verdict));
        Assert.That((outcome.Status, outcome.Code), Is.EqualTo(((int?)status, code)));
    }

    [TestCase(200, Unknown, TestName = "{m}: 200 that cannot be read")]
    [TestCase(204, Unknown)]
    [TestCase(400, Refused, TestName = "{m}: a refusal is one in any words")]
    [TestCase(401, Unauthorised)]
    [TestCase(403, Forbidden)]
    [TestCase(404, WrongAddress)]
    [TestCase(500, Unknown)]
    [TestCase(503, NotSent)]
    [TestCase(302, WrongAddress)]
    public void Of_AnUnreadableAnswer_GoesByItsStatus(int status, CallVerdict verdict) =>
        Assert.That(CallOutcome.Of(new CallResult.Answered(status)).Verdict, Is.EqualTo(verdict));

    [Test]
    public void Of_NotSent_SaysWhyAndIsSafe() =>
        Assert.That(CallOutcome.Of(new CallResult.NotSent("No connection.")), Is.EqualTo(new CallOutcome(NotSent, "No connection.")));

    [Test]
    public void Of_Lost_IsUnknown()
    {
        var outcome = CallOutcome.Of(new CallResult.Lost("The connection broke."));
        Assert.That(outcome.Verdict, Is.EqualTo(Unknown));
        Assert.That(outcome.Message, Is.EqualTo("The connection broke. It is not known whether the invitation was taken."));
    }

    [Test]
    public void Of_Accepted_CarriesTheReferenceAsText() =>
        Assert.That(
            CallOutcome.Of(new CallResult.Answered(200) { Readable = true, Code = "00000", Data = "846673197418938368" }).Reference,
            Is.EqualTo("846673197418938368"));

    [Test]
    public void Of_AcceptedWithoutData_IsAcceptedWithoutAReference() =>
        Assert.That(
            CallOutcome.Of(new CallResult.Answered(200) { Readable = true, Code = "00000" }),
            Is.EqualTo(new CallOutcome(Accepted, "Accepted by Customer Radar.") { Status = 200, Code = "00000" }));

    // A refused row has no use for a reference, whatever stands in `data`.
    [TestCase(400, "10001")]
    [TestCase(200, "10001")]
    [TestCase(500, "00000")]
    public void Of_NotAccepted_HasNoReference(int status, string code) =>
        Assert.That(CallOutcome.Of(new CallResult.Answered(status) { Readable = true, Code = code, Data = "846673197418938368" }).Reference, Is.Null);

    [TestCase(429)]
    [TestCase(503)]
    [TestCase(500)]
    public void Of_RetryAfter_IsHandedOn(int status) =>
        Assert.That(
            CallOutcome.Of(new CallResult.Answered(status) { RetryAfter = TimeSpan.FromSeconds(7) }).RetryAfter,
            Is.EqualTo(TimeSpan.FromSeconds(7)));

    // What a merchant reads.
    [TestCase(400, UnknownIds, "Customer Radar refused the invitation: " + UnknownIds, "do not belong together")]
    [TestCase(400, NoPostmark, "Customer Radar refused the invitation: " + NoPostmark, "Only Customer Radar support")]
    [TestCase(400, "mobile is wrong", "Customer Radar refused the invitation: mobile is wrong", "then retry")]
    [TestCase(400, null, "Customer Radar refused the invitation (400).", "then retry")]
    [TestCase(401, null, "Customer Radar did not take the token.", "tried again by itself")]
    [TestCase(403, "no rights", "Customer Radar does not allow this user to send invitations: no rights", "what this API user may do")]
    [TestCase(403, null, "Customer Radar does not allow this user to send invitations (403).", "what this API user may do")]
    [TestCase(407, null, "The proxy wants a log-in of its own (407).", "Check the proxy settings")]
    [TestCase(302, null, "The API address answered 302: it is not Customer Radar's API.", "Check the API address")]
    [TestCase(404, null, "The API address answered 404: it is not Customer Radar's API.", "Check the API address")]
    [TestCase(500, null, "Customer Radar answered with an error (500). It is not known whether the invitation was taken.", "mark it as accepted or send it again")]
    public void Of_WhatIsNotAccepted_SaysWhatHappenedAndWhatToDo(int status, string? said, string message, string advice)
    {
        var outcome = CallOutcome.Of(new CallResult.Answered(status) { Readable = true, Message = said });

        Assert.That(outcome.Message, Is.EqualTo(message));
        Assert.That(outcome.Advice, Does.Contain(advice));
    }

    [Test]
    public void Of_EveryStatus_HasAVerdictAndASentence() => Assert.That(
        Enumerable.Range(100, 900).Select(status => CallOutcome.Of(new CallResult.Answered(status)).Message),
        Is.All.EndsWith(".").And.All.Length.GreaterThan(20));

    // Only these may be sent again without asking: the API cannot have taken them. A 4xx that is none of them is the API's own word that it has not.
    [Test]
    public void Of_EveryStatus_IsSafeToRepeatOnlyWhereNothingCanHaveBeenTaken() => Assert.That(
        Enumerable.Range(100, 500).Where(status => CallOutcome.Of(new CallResult.Answered(status)).Verdict == NotSent),
        Is.EqualTo(new[] { 407, 429, 503 }));

    [Test]
    public void Of_EveryVerdict_IsReached() => Assert.That(
        Enumerable.Range(100, 500).SelectMany(status => new[]
        {
            CallOutcome.Of(new CallResult.Answered(status)),
            CallOutcome.Of(new CallResult.Answered(status) { Readable = true, Code = "00000" }),
            CallOutcome.Of(new CallResult.Answered(status) { Readable = true, Message = UnknownIds }),
        }).Select(outcome => outcome.Verdict).Distinct(),
        Is.EquivalentTo(Enum.GetValues<CallVerdict>()));
}
