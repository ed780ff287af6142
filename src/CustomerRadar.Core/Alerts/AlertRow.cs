namespace CustomerRadar.Core.Alerts;

/// <summary>An alert as it is kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Alert">What it says.</param>
/// <param name="RaisedAt">When it was raised first.</param>
/// <param name="LastAt">When it was raised last.</param>
/// <param name="Count">How often.</param>
/// <param name="NotifiedAt">When a person was told; null when nobody has been yet.</param>
/// <param name="ResolvedAt">When it was over; null while it is open.</param>
public sealed record AlertRow(
    long Id, Alert Alert, DateTimeOffset RaisedAt, DateTimeOffset LastAt, int Count, DateTimeOffset? NotifiedAt, DateTimeOffset? ResolvedAt);
