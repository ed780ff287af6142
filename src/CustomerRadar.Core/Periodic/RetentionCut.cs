namespace CustomerRadar.Core.Periodic;

/// <summary>How long things are kept, counted back from the database's now.</summary>
/// <param name="Rows">Ended rows in full, with history. At least one day.</param>
/// <param name="Contacts">Contact and fields of a subject with a Failed or Unconfirmed row.</param>
public sealed record RetentionCut(TimeSpan Rows, TimeSpan Contacts);
