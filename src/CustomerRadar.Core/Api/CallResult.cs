namespace CustomerRadar.Core.Api;

/// <summary>What became of one HTTP call, as observed: facts only, no judgement.</summary>
public abstract record CallResult
{
    private CallResult()
    {
    }

    /// <summary>A status and headers came back. <c>code</c>, <c>description</c> and <c>data</c> are documented; the body of a refusal is not.</summary>
    /// <param name="Status">The HTTP status.</param>
    public sealed record Answered(int Status) : CallResult
    {
        /// <summary>The <c>code</c> of the answer (or of a log-in error); null when the body had none.</summary>
        public string? Code { get; init; }

        /// <summary>The text of the answer: <c>description</c>, <c>message</c> or <c>userMessage</c>, shortened; null when there was none.</summary>
        public string? Message { get; init; }

        /// <summary>The <c>data</c> of the answer, as text: an id of many digits that must never become a number.</summary>
        public string? Data { get; init; }

        /// <summary>True when the body was read whole and is a JSON object.</summary>
        public bool Readable { get; init; }

        /// <summary>The wait that <c>Retry-After</c> asks for, counted from the answer; null when there was none.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }

    /// <summary>The call ended before the whole body had been handed to the connection: the API cannot have taken it.</summary>
    /// <param name="Problem">In plain words, without addresses of persons or secrets.</param>
    public sealed record NotSent(string Problem) : CallResult;

    /// <summary>The body had gone out, then the answer was cut or too late: it is unknown whether the API took it.</summary>
    /// <param name="Problem">In plain words, without addresses of persons or secrets.</param>
    public sealed record Lost(string Problem) : CallResult;
}
