namespace CustomerRadar.Core.Contacts;

/// <summary>What an erasure found.</summary>
/// <param name="Cancelled">Rows that were cancelled at once, or whose worker was asked to.</param>
/// <param name="Rows">Rows of the person in all.</param>
/// <param name="Subjects">Subjects whose contact and fields were dropped.</param>
public sealed record ErasureResult(int Cancelled, int Rows, int Subjects);
