using System.Globalization;
using System.Net;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;
using CustomerRadar.Core.Tests.Api;
using CustomerRadar.Core.Tests.Invitations;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CustomerRadar.Core.Tests.Auth;

/// <summary>Log-ins in memory, numbered, on a clock of its own; a test may hold them back.</summary>
internal sealed class LogInApi : HttpMessageHandler
{
    private readonly CustomerRadarClient _client;
    private int _logIns;

    public LogInApi() => _client = ClientUnderTest.Create(this, Time);

    public FakeTimeProvider Time { get; } = new(Some.Noon);

    public RecordingLogger<LogIn> Log { get; } = new();

    public int LogIns => Volatile.Read(ref _logIns);

    /// <summary>Answers log-in number n. Default: a token <c>token-n</c> for 60 minutes.</summary>
    public Func<int, Task<HttpResponseMessage>> Answer { get; set; } = n => Task.FromResult(Granted($"token-{n}", Some.Noon.AddHours(1)));

    public static HttpResponseMessage Granted(string token, DateTimeOffset expires) => FakeApi.Json(
        HttpStatusCode.OK,
        $$"""{"token":"{{token}}","expiration":{{(expires.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture)}},"userName":"testing"}""");

    public LogIn LogIn(TimeProvider? time = null) => new(_client, Options.Create(new ApiOptions()), time ?? Time, Log);

    public TokenCache Cache(TimeProvider? time = null) => new(LogIn(time), new RefusedLogIns(time ?? Time), time ?? Time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = Answer(Interlocked.Increment(ref _logIns));
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return await answer.WaitAsync(cancellationToken);
    }
}
