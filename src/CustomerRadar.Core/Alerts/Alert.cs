namespace CustomerRadar.Core.Alerts;

/// <summary>Something that a person should know of. One a kind and scope is open at a time, however often it happens.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Scope">Where: a pause's scope, a connection, or <c>all</c>; up to 400 characters.</param>
/// <param name="Message">In plain words; no contact, no secret.</param>
/// <param name="Advice">What to do; null when nothing is to be done.</param>
public sealed record Alert(AlertKind Kind, string Scope, string Message, string? Advice);
