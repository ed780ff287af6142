using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CustomerRadar.Core.Api.Internal;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace CustomerRadar.Core.Api;

/// <summary>
/// The two documented calls, <c>POST /auth/login</c> and <c>POST /invitation</c>, and the GET of a look-up. It sends once, tells what it
/// observed, and neither retries nor judges.
/// </summary>
public sealed partial class CustomerRadarClient : IDisposable
{
    private static readonly ProductInfoHeaderValue Agent =
        new("CustomerRadar-Plugin", typeof(CustomerRadarClient).Assembly.GetName().Version!.ToString(fieldCount: 3));

    private readonly HttpMessageInvoker _http;
    private readonly TimeSpan _totalTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger<CustomerRadarClient> _log;

    /// <param name="handler">Makes the connections; the client disposes of it.</param>
    /// <param name="options">The limits of a request.</param>
    /// <param name="time">Measures the total time-out.</param>
    /// <param name="log">Gets a line for each call: path, status and time, nothing that was sent or said.</param>
    public CustomerRadarClient(HttpMessageHandler handler, IOptions<ApiOptions> options, TimeProvider time, ILogger<CustomerRadarClient> log)
    {
        _http = new HttpMessageInvoker(handler);
        _totalTimeout = options.Value.TotalTimeout;
        _time = time;
        _log = log;
    }

    /// <summary>Sends an invitation request, once.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="token">Goes raw into the <c>Authorization</c> header, as in Customer Radar's example; there is no <c>Bearer</c>.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="cancellationToken">
    /// Ends the call while no byte of the body has gone out. From then on it does nothing: the answer is worth more than a quick end, and
    /// only the total time-out ends the wait for it.
    /// </param>
    /// <exception cref="OperationCanceledException">Cancelled before the body went out: nothing was sent, and nothing will be.</exception>
    public async Task<CallResult> InviteAsync(
        Connection connection, AccessToken token, InvitationPayload payload, CancellationToken cancellationToken)
    {
        using var request = Post(connection, "invitation");
        request.Headers.TryAddWithoutValidation("Authorization", token.Value.Reveal());
        return (await SendAsync(request, payload.Utf8, token.Value, cancellationToken)).Result;
    }

    /// <inheritdoc cref="HttpMessageInvoker.Dispose()"/>
    public void Dispose() => _http.Dispose();

    /// <summary>Logs in, once. The token stands in the body of a good answer.</summary>
    internal async Task<LogInAnswer> LogInAsync(Connection connection, CancellationToken cancellationToken)
    {
        var json = JsonConvert.SerializeObject(new Dictionary<string, string>
        {
            ["username"] = connection.Username,
            ["password"] = connection.Password.Reveal(),
        });
        using var request = Post(connection, "auth/login");
        var (result, answer) = await SendAsync(request, Encoding.UTF8.GetBytes(json), connection.Password, cancellationToken);
        return LogInAnswer.From(result, answer);
    }

    /// <summary>Reads from an address, once: what was observed, and the body when it came whole and is not longer than allowed.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal async Task<(CallResult Result, string? Body)> GetAsync(Uri address, AccessToken token, int maximumBytes, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Authorization", token.Value.Reveal());
        var begun = _time.GetTimestamp();
        using var timeout = new CancellationTokenSource(_totalTimeout, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, end.Token);
            var body = await AnswerReader.ReadTextAsync(response, maximumBytes, end.Token);
            LogAnswered("GET", address.AbsolutePath, (int)response.StatusCode, (long)_time.GetElapsedTime(begun).TotalMilliseconds);
            return (AnswerReader.Describe(response, AnswerReader.Parse(body), token.Value, _time), body);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Nothing but the request itself goes out, so "sent" makes no difference.
            var text = CallProblem.Describe(problem, wasSent: true, address, _totalTimeout);
            LogNoAnswer("GET", address.AbsolutePath, wasSent: true, (long)_time.GetElapsedTime(begun).TotalMilliseconds, text);
            return (new CallResult.Lost(text), null);
        }
    }

    private static HttpRequestMessage Post(Connection connection, string endpoint) => Request(HttpMethod.Post, connection.BaseAddress.Endpoint(endpoint));

    // HTTP/1.1 only: there the handler never repeats a request whose body has begun to leave, and the order of body and answer is certain.
    private static HttpRequestMessage Request(HttpMethod method, Uri address) => new(method, address)
    {
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") }, UserAgent = { Agent } },
    };

    private async Task<(CallResult Result, Answer? Answer)> SendAsync(
        HttpRequestMessage request, ReadOnlyMemory<byte> body, Secret secret, CancellationToken cancellationToken)
    {
        using var content = new OneShotContent(body);
        request.Content = content;
        var address = request.RequestUri!;
        var begun = _time.GetTimestamp();
        using var end = new CancellationTokenSource(_totalTimeout, _time);
        await using var takeBack = cancellationToken.Register(() =>
        {
            if (content.TryTakeBack())
                end.Cancel();
        });
        try
        {
            using var response = await _http.SendAsync(request, end.Token);
            var answer = await AnswerReader.ReadAsync(response, end.Token);
            LogAnswered("POST", address.AbsolutePath, (int)response.StatusCode, (long)_time.GetElapsedTime(begun).TotalMilliseconds);
            return (AnswerReader.Describe(response, answer, secret, _time), answer);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            if (content.IsTakenBack)
                throw new OperationCanceledException("Cancelled before the request was sent.", problem, cancellationToken);

            var wasSent = content.IsOut || (content.IsLeaving && problem is OperationCanceledException);
            var text = CallProblem.Describe(problem, wasSent, address, _totalTimeout);
            LogNoAnswer("POST", address.AbsolutePath, wasSent, (long)_time.GetElapsedTime(begun).TotalMilliseconds, text);
            return (wasSent ? new CallResult.Lost(text) : new CallResult.NotSent(text), null);
        }
    }

    [LoggerMessage(1000, LogLevel.Debug, "{Method} {Path} was answered with {Status} after {Milliseconds} ms")]
    private partial void LogAnswered(string method, string path, int status, long milliseconds);

    [LoggerMessage(1001, LogLevel.Debug, "{Method} {Path} was not answered (sent: {WasSent}) after {Milliseconds} ms: {Problem}")]
    private partial void LogNoAnswer(string method, string path, bool wasSent, long milliseconds, string problem);
}
