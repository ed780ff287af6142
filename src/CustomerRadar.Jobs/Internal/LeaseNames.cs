namespace CustomerRadar.Jobs.Internal;

/// <summary>How leases are named and held. Both are kept in 100 characters.</summary>
internal static class LeaseNames
{
    public const string NodePrefix = "node/";
    private const int MaximumLength = 100;

    public static string OfWork(string name) => $"work/{name}";

    public static string OfNode(string node) => NodePrefix + Cut(node, MaximumLength - NodePrefix.Length);

    /// <summary>One run on a node: a second run on the same node is another holder, so it is kept out too.</summary>
    public static string Run(string node)
    {
        var run = $"/{Guid.NewGuid():N}"[..9];
        return Cut(node, MaximumLength - run.Length) + run;
    }

    public static string Holder(string node) => Cut(node, MaximumLength);

    // From the front: what tells nodes of one machine apart stands at the end.
    private static string Cut(string text, int length) => text.Length <= length ? text : text[^length..];
}
