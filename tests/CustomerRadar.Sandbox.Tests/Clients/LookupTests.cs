using System.Net;

namespace CustomerRadar.Sandbox.Tests.Clients;

public sealed class LookupTests : SandboxFixture
{
    [Test]
    public async Task Lookup_WithAToken_GivesEveryIdWithItsName()
    {
        using var response = await LookUpAsync(await Wire.TokenAsync());
        var client = (await WireClient.JsonAsync(response))["clients"]![0]!;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(client["clientDisplayId"]!.GetValue<string>(), Is.EqualTo("8291a9ed952342c5b5fe2915f2189e7c"));
        Assert.That(client["programmes"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(client["locations"]![1]!["poms"]![0]!["name"]!.GetValue<string>(), Is.EqualTo("Restaurant"));
    }

    [TestCase(null)]
    [TestCase("wrong")]
    public async Task Lookup_WithoutAToken_IsRefused(string? token)
    {
        using var response = await LookUpAsync(token);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Sandbox.Requests.Refused, Is.EqualTo(1));
    }

    private async Task<HttpResponseMessage> LookUpAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pom-lookup");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        return await Wire.Http.SendAsync(request);
    }
}
