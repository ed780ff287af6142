namespace CustomerRadar.Storage.Internal;

/// <summary>What a cancellation did.</summary>
/// <param name="Cancelled">Rows that were cancelled at once.</param>
/// <param name="Requested">Rows whose worker was asked to.</param>
internal sealed record CancelCount(int Cancelled, int Requested);
