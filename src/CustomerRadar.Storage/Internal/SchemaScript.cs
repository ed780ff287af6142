namespace CustomerRadar.Storage.Internal;

/// <summary>A numbered script. Once released it is never changed; what comes later is a new number.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Name">What it brings.</param>
/// <param name="Steps">In order.</param>
internal sealed record SchemaScript(int Number, string Name, params SchemaStep[] Steps);
