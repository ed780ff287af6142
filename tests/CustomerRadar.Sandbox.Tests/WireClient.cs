using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace CustomerRadar.Sandbox.Tests;

/// <summary>Speaks the documented wire to a sandbox.</summary>
internal sealed class WireClient(Uri address) : IDisposable
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public Task<HttpResponseMessage> LogInAsync(string username = "testing", string password = "testing12345") =>
        Http.PostAsJsonAsync("/auth/login", new JsonObject { ["username"] = username, ["password"] = password });

    public async Task<string> TokenAsync()
    {
        using var response = await LogInAsync();
        return (await JsonAsync(response.EnsureSuccessStatusCode()))["token"]!.GetValue<string>();
    }

    public Task<HttpResponseMessage> InviteAsync(string? token, JsonNode body, CancellationToken cancellationToken = default) =>
        InviteAsync(token, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), cancellationToken);

    public async Task<HttpResponseMessage> InviteAsync(string? authorization, HttpContent content, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/invitation") { Content = content };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Http.SendAsync(request, cancellationToken);
    }

    public async Task<HttpResponseMessage> InviteAsync(JsonObject? body = null) => await InviteAsync(await TokenAsync(), body ?? Example.Request());

    public Task<HttpResponseMessage> PutFaultAsync(string json) =>
        Http.PutAsync("/sandbox/faults", new StringContent(json, new MediaTypeHeaderValue("application/json")));

    public async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        return await JsonAsync(response.EnsureSuccessStatusCode());
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public void Dispose() => Http.Dispose();
}
