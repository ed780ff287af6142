namespace CustomerRadar.Core.Invitations;

/// <summary>What became of rows whose worker never came back.</summary>
/// <param name="BackToPending">Their request had not started: they wait again.</param>
/// <param name="Unconfirmed">Their request had started: nobody knows whether it was taken.</param>
public sealed record ExpiredLeases(int BackToPending, int Unconfirmed);
