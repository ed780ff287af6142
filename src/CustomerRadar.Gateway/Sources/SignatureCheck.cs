namespace CustomerRadar.Gateway.Sources;

/// <summary>What checking a signature gave. Only <see cref="Valid"/> is.</summary>
internal enum SignatureCheck
{
    /// <summary>The delivery has no signature.</summary>
    Missing,

    /// <summary>It has one that does not belong to its bytes and our secret.</summary>
    Wrong,

    /// <summary>It has the right one.</summary>
    Valid,
}
