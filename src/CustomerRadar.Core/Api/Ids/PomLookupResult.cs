namespace CustomerRadar.Core.Api.Ids;

/// <summary>What a look-up gave: ids, or why there are none. Never an exception for what the network or the API may do.</summary>
public abstract record PomLookupResult
{
    private PomLookupResult()
    {
    }

    /// <summary>The answer had ids in it.</summary>
    /// <param name="Ids">The ids, at least one row; faults and notes are about the lines of the answer.</param>
    public sealed record Found(FoundIds Ids) : PomLookupResult;

    /// <summary>There are no ids.</summary>
    /// <param name="Message">What happened, in plain words.</param>
    /// <param name="Advice">What to do about it.</param>
    public sealed record Failed(string Message, string Advice) : PomLookupResult
    {
        /// <summary>The HTTP status, when there was an answer.</summary>
        public int? Status { get; init; }
    }
}
