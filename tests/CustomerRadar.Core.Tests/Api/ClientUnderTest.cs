using CustomerRadar.Core.Api;
using CustomerRadar.Core.Api.Internal;
using CustomerRadar.Core.Auth;
using CustomerRadar.Core.Tests.Invitations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Tests.Api;

/// <summary>The client with its real handler, and what it needs to send something.</summary>
internal static class ClientUnderTest
{
    public static readonly AccessToken Token = new(new Secret("header.payload.signature"), Serial: 1);

    public static readonly InvitationPayload Payload = PayloadOf("Dave");

    public static InvitationPayload PayloadOf(string firstName) => InvitationPayload.From(new InvitationRequest(
        Some.Connection.ClientDisplayId,
        Some.Rule.Programme,
        [new InvitationEntry { Email = "abc@example.com", FirstName = firstName, Location = Some.Rule.DefaultLocation!.Location }]));

    public static CustomerRadarClient Create(TimeProvider? time = null, Action<SocketsHttpHandler>? change = null, ApiOptions? options = null)
    {
        options ??= new ApiOptions();
        var handler = ApiHandler.Create(options);
        change?.Invoke(handler);
        return Create(handler, time, options);
    }

    public static CustomerRadarClient Create(HttpMessageHandler handler, TimeProvider? time = null, ApiOptions? options = null) =>
        new(handler, Options.Create(options ?? new ApiOptions()), time ?? TimeProvider.System, NullLogger<CustomerRadarClient>.Instance);

    public static Connection To(Uri address) => Some.Connection with { BaseAddress = BaseAddress.Parse(address.AbsoluteUri) };

    public static Connection To(RawServer server) => To(new Uri($"http://127.0.0.1:{server.Port}"));
}
