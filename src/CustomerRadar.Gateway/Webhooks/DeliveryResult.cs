namespace CustomerRadar.Gateway.Webhooks;

/// <summary>What became of a delivery: the body of the answer.</summary>
/// <param name="Result"><c>planned</c>, <c>moved</c>, <c>revived</c>, <c>duplicate</c>, <c>cancelled</c>, <c>ignored</c> or <c>handshake</c>.</param>
/// <param name="Invitations">The numbers of the rows that this delivery wrote.</param>
internal sealed record DeliveryResult(string Result, IReadOnlyList<long> Invitations)
{
    public static DeliveryResult Of(string result) => new(result, []);
}
