using System.Net;
using System.Text;

namespace CustomerRadar.Core.Tests.Invitations;

/// <summary>An API in memory: answers log-ins, and invitations as the test scripts them; what is not scripted fails the test.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public int LogIns { get; private set; }

    public List<string> Bodies { get; } = [];

    public List<string> Tokens { get; } = [];

    public Action? BeforeInvitation { get; set; }

    public Func<HttpResponseMessage> LogInAnswer { get; set; } = () => Json(HttpStatusCode.OK, """{"token":"t","expiration":4102444800.5,"userName":"testing"}""");

    public FakeApi Then(HttpStatusCode status, string body = "{}")
    {
        _answers.Enqueue(() => Json(status, body));
        return this;
    }

    public FakeApi Then(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public FakeApi Then(Exception problem)
    {
        _answers.Enqueue(() => throw problem);
        return this;
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/auth/login")
        {
            LogIns++;
            return LogInAnswer();
        }

        BeforeInvitation?.Invoke();
        Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        Tokens.Add(request.Headers.GetValues("Authorization").Single());
        return _answers.TryDequeue(out var answer) ? answer() : throw new AssertionException("A request that no test asked for.");
    }
}
