using System.Net;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Tests.Invitations;

namespace CustomerRadar.Core.Tests.Auth;

[CancelAfter(30_000)]
public sealed class TokenCacheTests
{
    private LogInApi _api = null!;
    private TokenCache _cache = null!;

    [SetUp]
    public void SetUp()
    {
        _api = new LogInApi();
        _cache = _api.Cache();
    }

    [TearDown]
    public void TearDown() => _api.Dispose();

    [Test]
    public async Task GetAsync_Twice_LogsInOnce()
    {
        var first = await GrantedAsync();
        Assert.That(await GrantedAsync(), Is.EqualTo(first));
        Assert.That(_api.LogIns, Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_ManyAtOnce_ShareOneLogIn(CancellationToken cancellationToken)
    {
        var open = Hold(out _);
        var asking = Enumerable.Range(0, 64).Select(_ => Task.Run(() => _cache.GetAsync(Some.Connection, cancellationToken))).ToArray();
        open();

        var results = await Task.WhenAll(asking);

        Assert.That(results, Is.All.EqualTo(results[0]).And.All.InstanceOf<TokenResult.Granted>());
        Assert.That(_api.LogIns, Is.EqualTo(1));
    }

    [TestCase(58, 1)]
    [TestCase(59, 2, TestName = "{m}: a minute before the end")]
    [TestCase(61, 2)]
    public async Task GetAsync_LaterInTheHour_RenewsBeforeTheEnd(int minutes, int logIns)
    {
        await GrantedAsync();
        _api.Time.Advance(TimeSpan.FromMinutes(minutes));
        await GrantedAsync();

        Assert.That(_api.LogIns, Is.EqualTo(logIns));
    }

    [Test]
    public async Task GetAsync_SlowLogIn_CountsTheLifeFromBeforeIt(CancellationToken cancellationToken)
    {
        var open = Hold(out var held);
        var asking = _cache.GetAsync(Some.Connection, cancellationToken);
        await held;
        _api.Time.Advance(TimeSpan.FromSeconds(29));
        open();
        await asking;
        _api.Time.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromSeconds(29));
        await GrantedAsync();

        Assert.That(_api.LogIns, Is.EqualTo(2));
    }

    [Test]
    public async Task GetAsync_SystemClockChanged_KeepsTheLife()
    {
        var clock = new SettableClock(_api.Time);
        _cache = _api.Cache(clock);
        await GrantedAsync();
        clock.Ahead = TimeSpan.FromDays(365);
        await GrantedAsync();
        Assert.That(_api.LogIns, Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_ExpiryOverOnReceipt_UsesTheTokenAndLogsTheSkew()
    {
        _api.Answer = n => Task.FromResult(LogInApi.Granted($"token-{n}", Some.Noon.AddMinutes(-5)));
        var first = await GrantedAsync();
        _api.Time.Advance(TimeSpan.FromMinutes(58));

        Assert.That(await GrantedAsync(), Is.EqualTo(first));
        Assert.That(_api.Log.Lines.Count(line => line.Event.Id == 1101), Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_Refused_IsNotKept()
    {
        var refused = true;
        _api.Answer = n => Task.FromResult(refused
            ? FakeApi.Json(HttpStatusCode.Unauthorized, """{"code":2,"userMessage":"Wrong password"}""")
            : LogInApi.Granted($"token-{n}", Some.Noon.AddHours(1)));

        Assert.That(await _cache.GetAsync(Some.Connection, default), Is.EqualTo(new TokenResult.Refused(401, "Wrong password")));
        refused = false;
        Assert.That((await GrantedAsync()).Value.Reveal(), Is.EqualTo("token-2"));
    }

    [Test]
    public async Task GetAsync_HandlerFails_IsUnavailableAndNotKept()
    {
        _api.Answer = n => n == 1 ? throw new HttpRequestException("no network") : Task.FromResult(LogInApi.Granted($"token-{n}", Some.Noon.AddHours(1)));

        Assert.That(await _cache.GetAsync(Some.Connection, default), Is.InstanceOf<TokenResult.Unavailable>());
        Assert.That((await GrantedAsync()).Value.Reveal(), Is.EqualTo("token-2"));
    }

    [Test]
    public async Task GetAsync_Defect_ReachesEveryCallerAndIsNotKept(CancellationToken cancellationToken)
    {
        _api.Answer = n => n == 1 ? throw new InvalidOperationException("a bug") : Task.FromResult(LogInApi.Granted($"token-{n}", Some.Noon.AddHours(1)));

        Assert.That(async () => await _cache.GetAsync(Some.Connection, cancellationToken), Throws.InvalidOperationException);
        Assert.That((await GrantedAsync()).Value.Reveal(), Is.EqualTo("token-2"));
    }

    [Test]
    public async Task GetAsync_OneCallerCancels_TheOthersGetTheToken(CancellationToken cancellationToken)
    {
        var open = Hold(out _);
        using var cancel = new CancellationTokenSource();
        var leaving = _cache.GetAsync(Some.Connection, cancel.Token);
        var staying = _cache.GetAsync(Some.Connection, cancellationToken);
        await cancel.CancelAsync();

        Assert.That(
            async () => await leaving.WaitAsync(cancellationToken),
            Throws.InstanceOf<OperationCanceledException>().With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(cancel.Token));
        open();
        Assert.That(await staying, Is.InstanceOf<TokenResult.Granted>());
        Assert.That(_api.LogIns, Is.EqualTo(1));
    }

    [Test]
    public async Task RenewAsync_TokenNotTaken_LogsInOnceForAll(CancellationToken cancellationToken)
    {
        var rejected = await GrantedAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _cache.RenewAsync(Some.Connection, rejected, cancellationToken))));

        Assert.That(results.Select(result => ((TokenResult.Granted)result).Token.Value.Reveal()), Is.All.EqualTo("token-2"));
        Assert.That(_api.LogIns, Is.EqualTo(2));
    }

    [Test]
    public async Task RenewAsync_NewerTokenIsThere_LogsNobodyIn()
    {
        var rejected = await GrantedAsync();
        await _cache.RenewAsync(Some.Connection, rejected, default);

        var late = await _cache.RenewAsync(Some.Connection, rejected, default);

        Assert.That(((TokenResult.Granted)late).Token.Value.Reveal(), Is.EqualTo("token-2"));
        Assert.That(_api.LogIns, Is.EqualTo(2));
    }

    [Test]
    public async Task RenewAsync_EveryTokenRejected_LogsInEachTime()
    {
        var token = await GrantedAsync();
        for (var i = 0; i < 3; i++)
            token = ((TokenResult.Granted)await _cache.RenewAsync(Some.Connection, token, default)).Token;

        Assert.That((_api.LogIns, token.Value.Reveal()), Is.EqualTo((4, "token-4")));
    }

    [Test]
    public async Task RefreshAsync_ValidTokenIsThere_LogsInAndReplacesIt()
    {
        await GrantedAsync();
        var refreshed = await _cache.RefreshAsync(Some.Connection, default);

        Assert.That(refreshed, Is.EqualTo(new TokenResult.Granted(await GrantedAsync())));
        Assert.That((_api.LogIns, (await GrantedAsync()).Value.Reveal()), Is.EqualTo((2, "token-2")));
    }

    [Test]
    public async Task RefreshAsync_NothingCached_LogsInAndKeepsTheToken()
    {
        await _cache.RefreshAsync(Some.Connection, default);
        Assert.That(((await GrantedAsync()).Value.Reveal(), _api.LogIns), Is.EqualTo(("token-1", 1)));
    }

    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    public async Task RefreshAsync_Fails_SaysSoAndKeepsTheOldToken(HttpStatusCode status)
    {
        var old = await GrantedAsync();
        _api.Answer = _ => Task.FromResult(FakeApi.Json(status, "{}"));

        Assert.That(await _cache.RefreshAsync(Some.Connection, default), Is.Not.InstanceOf<TokenResult.Granted>());
        Assert.That(await GrantedAsync(), Is.EqualTo(old));
    }

    [Test]
    public async Task RefreshAsync_ManyAtOnce_ShareOneLogIn(CancellationToken cancellationToken)
    {
        await GrantedAsync();
        var open = Hold(out var held);
        var first = _cache.RefreshAsync(Some.Connection, cancellationToken);
        await held;
        var asking = Enumerable.Range(0, 64).Select(_ => _cache.RefreshAsync(Some.Connection, cancellationToken)).ToArray();
        open();

        Assert.That(await Task.WhenAll(asking), Is.All.EqualTo(await first));
        Assert.That(_api.LogIns, Is.EqualTo(2));
    }

    [Test]
    public async Task GetAsync_WhileARefreshIsUnderWay_UsesTheOldToken(CancellationToken cancellationToken)
    {
        var old = await GrantedAsync();
        var open = Hold(out var held);
        var refreshing = _cache.RefreshAsync(Some.Connection, cancellationToken);
        await held;

        Assert.That(await GrantedAsync(), Is.EqualTo(old));
        open();
        await refreshing;
    }

    [Test]
    public async Task GetAsync_AnotherPasswordUserOrAddress_HasATokenOfItsOwn()
    {
        Connection[] connections =
        [
            Some.Connection,
            Some.Connection with { Password = new Secret("changed") },
            Some.Connection with { Username = "other" },
            Some.Connection with { BaseAddress = BaseAddress.Parse("http://127.0.0.1:10") },
        ];
        foreach (var connection in connections.Concat(connections))
            await _cache.GetAsync(connection, default);

        Assert.That(_api.LogIns, Is.EqualTo(4));
    }

    [Test]
    public async Task GetAsync_AnotherConnectionWithTheSameLogIn_SharesTheToken()
    {
        var token = await GrantedAsync();
        var other = await _cache.GetAsync(Some.Connection with { Key = ConnectionKey.Parse("other"), Password = new Secret("testing12345") }, default);

        Assert.That(other, Is.EqualTo(new TokenResult.Granted(token)));
        Assert.That(_api.LogIns, Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_WrongPasswords_DoNotStayInMemory()
    {
        _api.Answer = _ => Task.FromResult(FakeApi.Json(HttpStatusCode.Unauthorized, """{"code":2,"userMessage":"Wrong password"}"""));
        foreach (var typed in Enumerable.Range(0, 10))
            await _cache.GetAsync(Some.Connection with { Password = new Secret($"guess {typed}") }, default);

        Assert.That(_cache.Kept, Is.Zero);
    }

    [Test]
    public async Task GetAsync_PasswordChanged_ForgetsTheOldOneOnceItsTokenIsOver()
    {
        await GrantedAsync();
        _api.Time.Advance(TimeSpan.FromMinutes(61));
        await _cache.GetAsync(Some.Connection with { Password = new Secret("changed") }, default);

        Assert.That(_cache.Kept, Is.EqualTo(1));
    }

    [Test]
    public async Task GetAsync_AgainAndAgainWhileLogInsFail_NeverHasTwoUnderWay(CancellationToken cancellationToken)
    {
        var (underWay, most) = (0, 0);
        _api.Answer = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return FakeApi.Json(HttpStatusCode.ServiceUnavailable, "{}");
        };
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await _cache.GetAsync(Some.Connection, cancellationToken);
        }, cancellationToken)));

        Assert.That((most, _cache.Kept), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task LogIn_WhateverComes_LogsNothingSecret()
    {
        await GrantedAsync();
        _api.Answer = _ => Task.FromResult(FakeApi.Json(HttpStatusCode.Unauthorized, """{"code":2,"userMessage":"testing12345 of testing is wrong"}"""));
        var refused = await _cache.RenewAsync(Some.Connection, await GrantedAsync(), default);

        Assert.That(_api.Log.Lines.Select(line => line.Event.Id), Is.EqualTo(new[] { 1102, 1100 }));
        Assert.That(
            string.Join('\n', _api.Log.Lines.Select(line => line.Text).Append($"{refused} {await GrantedAsync()}")),
            Does.Contain("main").And.Not.Contain("token-").And.Not.Contain("testing12345"));
    }

    [Test]
    public async Task TryAsync_OfTheCheck_AsksEachTimeAndLeavesTheCacheAlone()
    {
        var check = new LogInCheck(_api.LogIn());
        await check.TryAsync(Some.Connection, default);

        Assert.That(await check.TryAsync(Some.Connection, default), Is.InstanceOf<TokenResult.Granted>());
        Assert.That((await GrantedAsync()).Value.Reveal(), Is.EqualTo("token-3"));
    }

    private async Task<AccessToken> GrantedAsync() => ((TokenResult.Granted)await _cache.GetAsync(Some.Connection, default)).Token;

    /// <summary>Holds log-ins back until the returned action is called.</summary>
    private Action Hold(out Task held)
    {
        var arrived = new TaskCompletionSource();
        held = arrived.Task;
        var gate = new TaskCompletionSource();
        var answer = _api.Answer;
        _api.Answer = async n =>
        {
            arrived.TrySetResult();
            await gate.Task;
            return await answer(n);
        };
        return gate.SetResult;
    }

    /// <summary>A system clock that somebody sets, beside a monotonic one that nobody can.</summary>
    private sealed class SettableClock(TimeProvider inner) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

        public override long GetTimestamp() => inner.GetTimestamp();
    }
}
