using System.Text;
using CustomerRadar.Core.Api.Internal;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Auth.Internal;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CustomerRadar.Core.Api;

/// <summary>
/// The two documented calls, <c>POST /auth/login</c> and <c>POST /invitation</c>. It sends once, tells what it observed, and neither retries nor judges.
/// </summary>
public sealed class CustomerRadarClient : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly TimeSpan _totalTimeout;
    private readonly TimeProvider _time;

    /// <param name="handler">Makes the connections; the client disposes of it.</param>
    /// <param name="options">The limits of a request.</param>
    /// <param name="time">Measures the total time-out.</param>
    public CustomerRadarClient(HttpMessageHandler handler, IOptions<ApiOptions> options, TimeProvider time)
    {
        _http = new HttpMessageInvoker(handler);
        _totalTimeout = options.Value.TotalTimeout;
        _time = time;
    }

    /// <summary>Sends an invitation request, once.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="token">Goes raw into the <c>Authorization</c> header, as in Customer Radar's example; there is no <c>Bearer</c>.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="cancellationToken">Ends the call while the body has not gone out. Afterwards the answer is waited for: it is worth more than a quick end.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the body had gone out: nothing was sent.</exception>
    public async Task<CallResult> InviteAsync(
        Connection connection, AccessToken token, InvitationPayload payload, CancellationToken cancellationToken) =>
        (await PostAsync(connection.BaseAddress.Endpoint("invitation"), payload.Utf8, token, cancellationToken)).Result;

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
        var (result, body) = await PostAsync(connection.BaseAddress.Endpoint("auth/login"), Encoding.UTF8.GetBytes(json), token: null, cancellationToken);
        var token = AnswerReader.Text(body, "token");
        return new LogInAnswer(result, string.IsNullOrWhiteSpace(token) ? null : new Secret(token.Trim()), AnswerReader.Text(body, "expiration"));
    }

    private async Task<(CallResult Result, JObject? Body)> PostAsync(
        Uri address, ReadOnlyMemory<byte> body, AccessToken? token, CancellationToken cancellationToken)
    {
        using var content = new OneShotContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token.Value.Reveal());
        request.Headers.Accept.ParseAdd("application/json");

        using var end = new CancellationTokenSource(_totalTimeout, _time);
        await using var cancel = cancellationToken.Register(() =>
        {
            if (!content.IsOut)
                end.Cancel();
        });
        try
        {
            using var response = await _http.SendAsync(request, end.Token);
            var answer = await AnswerReader.ReadAsync(response, end.Token);
            return (AnswerReader.Describe(response, answer, _time), answer);
        }
        catch (OperationCanceledException) when (!content.IsOut && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            var text = CallProblem.Describe(problem, address, _totalTimeout);
            return (content.IsOut ? new CallResult.Lost(text) : new CallResult.NotSent(text), null);
        }
    }
}
