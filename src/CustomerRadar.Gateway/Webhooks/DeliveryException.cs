namespace CustomerRadar.Gateway.Webhooks;

/// <summary>A delivery that cannot be taken as it is. The message names paths, never values.</summary>
internal sealed class DeliveryException(string message) : Exception(message);
