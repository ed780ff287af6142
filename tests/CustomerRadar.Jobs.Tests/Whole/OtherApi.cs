using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>An API that lets everybody in and answers every invitation with 200 and the same words: what the sandbox has no fault for.</summary>
internal sealed class OtherApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherApi(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <param name="words">What it answers.</param>
    /// <param name="until">What it waits for before it answers; null for nothing.</param>
    public static async Task<OtherApi> StartAsync(string words, Task? until = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/auth/login", () => Results.Text("""{"token":"a-token"}""", "application/json"));
        app.MapPost("/invitation", async () =>
        {
            await (until ?? Task.CompletedTask);
            return Results.Text(words, "application/json");
        });
        await app.StartAsync();
        return new OtherApi(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
