using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Gateway.Sources;

/// <summary>A booking platform, or another shop, as the configuration describes it.</summary>
internal sealed record Source
{
    /// <summary>Its name: the last part of the webhook's address, and the store of its interactions.</summary>
    public required StoreKey Name { get; init; }

    /// <summary>How its deliveries are signed. There is no source without.</summary>
    public required WebhookSignature Signature { get; init; }

    /// <summary>Where the name of the event stands.</summary>
    public required SourcePath Event { get; init; }

    /// <summary>Where the source's own timestamp of the delivery stands: the newest wins.</summary>
    public required SourcePath Version { get; init; }

    /// <summary>Events that only try the address out: answered, nothing stored.</summary>
    public IReadOnlyList<string> Handshakes { get; init; } = [];

    /// <summary>The events that mean something; all others are ignored.</summary>
    public required IReadOnlyList<SourceEvent> Events { get; init; }
}
