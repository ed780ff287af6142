namespace CustomerRadar.Storage.Internal;

/// <summary>A subject as the tables name it.</summary>
internal sealed record SubjectName(string StoreKey, string Subject);
