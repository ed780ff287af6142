namespace CustomerRadar.Gateway.Sources;

/// <summary>What an event does to its subject.</summary>
internal enum SourceAction
{
    /// <summary>The subject stands, and its interaction happens at the instant given: plan it.</summary>
    Complete,

    /// <summary>The subject does not stand any more.</summary>
    Cancel,
}
