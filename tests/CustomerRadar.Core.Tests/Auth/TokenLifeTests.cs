using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth.Internal;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Auth;

public sealed class TokenLifeTests
{
    // minutes from receipt: `expiration`, the JWT's `iat`, its `exp` -> life in minutes, clock is wrong
    [TestCase(60, null, null, 60, false)]
    [TestCase(null, null, null, 60, false, TestName = "{m}: nothing said, the documented hour")]
    [TestCase(90, null, null, 60, false, TestName = "{m}: never more than the documented hour")]
    [TestCase(10, null, null, 10, false)]
    [TestCase(60, null, 20, 20, false, TestName = "{m}: exp is earlier than expiration")]
    [TestCase(20, null, 60, 20, false, TestName = "{m}: expiration is earlier than exp")]
    [TestCase(60, 0, 30, 30, false)]
    [TestCase(-10, null, null, 60, true, TestName = "{m}: over on receipt")]
    [TestCase(0, null, null, 60, true, TestName = "{m}: our clock is an hour ahead: nothing is left of a new token")]
    [TestCase(0.5, null, null, 60, true, TestName = "{m}: our clock is nearly an hour ahead")]
    [TestCase(60, null, -10, 60, true, TestName = "{m}: exp over, expiration not")]
    [TestCase(-30, -60, -30, 30, true, TestName = "{m}: our clock is ahead, the JWT knows its own life")]
    [TestCase(150, 120, 150, 30, false, TestName = "{m}: our clock is behind, the JWT knows its own life")]
    [TestCase(0.5, 0, 0.5, 0.5, false, TestName = "{m}: really that short")]
    [TestCase(60, 10, 5, 5, false, TestName = "{m}: issued after its end says nothing")]
    public void Of_WhatTheTokenSays_IsTheShortestPlausibleLife(double? expiration, double? issued, double? expires, double life, bool clockSkew) =>
        Assert.That(
            TokenLife.Of(Jwt(issued, expires), Seconds(expiration), Some.Noon),
            Is.EqualTo((TimeSpan.FromMinutes(life), clockSkew)));

    [TestCase("1772456400.269")]
    [TestCase("1772456400")]
    [TestCase("1.7724564E9")]
    [SetCulture("de-DE")]
    public void Of_EpochSecondsInAnyForm_AreRead(string expiration) =>
        Assert.That(TokenLife.Of(new Secret("t"), expiration, Some.Noon).Life, Is.EqualTo(TimeSpan.FromMinutes(60)).Within(TimeSpan.FromSeconds(1)));

    [TestCase("soon")]
    [TestCase("")]
    [TestCase("-1")]
    [TestCase("NaN")]
    [TestCase("1e300")]
    [TestCase("1772456400269")]
    [TestCase("2026-03-02T12:10:00Z")]
    public void Of_AnotherExpiration_SaysNothing(string expiration) =>
        Assert.That(TokenLife.Of(new Secret("t"), expiration, Some.Noon), Is.EqualTo((TimeSpan.FromMinutes(60), false)));

    [TestCase("no JWT")]
    [TestCase("a.b")]
    [TestCase("a.b.c")]
    [TestCase("a.!!!!.c")]
    [TestCase("a..c")]
    [TestCase("a.bnVsbA.c", TestName = "{m}: null")]
    [TestCase("a.W10.c", TestName = "{m}: a list")]
    [TestCase("a.eyJleHAi.c", TestName = "{m}: half an object")]
    [TestCase("a.eyJleHAiOnt9fQ.c", TestName = "{m}: exp is an object")]
    [TestCase("a.eyJleHAiOiJzb29uIn0.c", TestName = "{m}: exp is a word")]
    public void Of_AnotherToken_SaysNothing(string token) =>
        Assert.That(TokenLife.Of(new Secret(token), null, Some.Noon), Is.EqualTo((TimeSpan.FromMinutes(60), false)));

    [TestCase(3600, 3540, TestName = "{m}: the total time-out and half a minute")]
    [TestCase(300, 240)]
    [TestCase(100, 80, TestName = "{m}: of a short life a fifth")]
    [TestCase(1, 0.8)]
    public void WithMargin_TotalTimeoutOfHalfAMinute_EndsBeforeTheToken(double life, double useful) =>
        Assert.That(TokenLife.WithMargin(TimeSpan.FromSeconds(life), TimeSpan.FromSeconds(30)).TotalSeconds, Is.EqualTo(useful));

    private static Secret Jwt(double? issued, double? expires)
    {
        var claims = new[] { ("iat", Seconds(issued)), ("exp", Seconds(expires)) };
        var json = $"{{{string.Join(',', claims.Where(claim => claim.Item2 is not null).Select(claim => $"\"{claim.Item1}\":{claim.Item2}"))}}}";
        return new Secret($"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json))}.signature");
    }

    private static string? Seconds(double? minutes) =>
        minutes is null ? null : Some.Noon.AddMinutes(minutes.Value).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
