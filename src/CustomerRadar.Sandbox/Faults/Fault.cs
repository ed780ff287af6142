using System.Text.Json.Serialization;
using CustomerRadar.Sandbox.Faults.Internal;

namespace CustomerRadar.Sandbox.Faults;

/// <summary>
/// A fault to order. Kinds live side by side; a second one of a kind replaces the first. A count says how many requests it meets;
/// without one it lasts until it is cleared.
/// </summary>
public sealed record Fault
{
    /// <summary>The longest delay in seconds: an hour.</summary>
    public const int MaxDelaySeconds = 3600;

    private Fault(FaultKind kind, int? count = null)
    {
        if (count is < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "count must be at least 1 request.");
        Kind = kind;
        Count = count;
    }

    /// <summary>What goes wrong.</summary>
    [JsonPropertyName("kind")]
    [JsonConverter(typeof(FaultJson))]
    public FaultKind Kind { get; }

    /// <summary>The HTTP status of the answer; with <see cref="FaultKind.Status"/> only.</summary>
    [JsonPropertyName("status")]
    public int? StatusCode { get; private init; }

    /// <summary>The answer's <c>Retry-After</c> in seconds; with <see cref="FaultKind.Status"/> only. Default: no such header.</summary>
    [JsonPropertyName("retryAfter")]
    public int? RetryAfterSeconds { get; private init; }

    /// <summary>How late the answer comes, in seconds; with <see cref="FaultKind.Delay"/> only.</summary>
    [JsonPropertyName("seconds")]
    public double? DelaySeconds { get; private init; }

    /// <summary>How many requests it still meets; null: all, until it is cleared.</summary>
    [JsonPropertyName("count")]
    public int? Count { get; internal init; }

    /// <summary>Clears all faults. Tokens that a fault ended stay invalid.</summary>
    public static Fault None { get; } = new(FaultKind.None);

    /// <summary>Makes every token issued so far invalid.</summary>
    public static Fault ExpireTokens { get; } = new(FaultKind.ExpireTokens);

    /// <summary>Makes every new log-in end the older tokens.</summary>
    public static Fault SingleSession { get; } = new(FaultKind.SingleSession);

    /// <summary>Answers invitation requests with a status.</summary>
    /// <param name="status">300 to 599.</param>
    /// <param name="retryAfter">Seconds for the <c>Retry-After</c> header, 0 or more; null: no header.</param>
    /// <param name="count">How many requests, at least 1; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside its limits.</exception>
    public static Fault Status(int status, int? retryAfter = null, int? count = null)
    {
        if (status is < 300 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "status must be from 300 to 599.");
        if (retryAfter is < 0)
            throw new ArgumentOutOfRangeException(nameof(retryAfter), retryAfter, "retryAfter must be 0 seconds or more.");
        return new Fault(FaultKind.Status, count) { StatusCode = status, RetryAfterSeconds = retryAfter };
    }

    /// <summary>Accepts invitations at once and answers late.</summary>
    /// <param name="delay">More than zero, at most an hour.</param>
    /// <param name="count">How many requests, at least 1; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside its limits.</exception>
    public static Fault Delay(TimeSpan delay, int? count = null)
    {
        if (delay <= TimeSpan.Zero || delay.TotalSeconds > MaxDelaySeconds)
            throw new ArgumentOutOfRangeException(nameof(delay), delay, $"seconds must be more than 0 and at most {MaxDelaySeconds}.");
        return new Fault(FaultKind.Delay, count) { DelaySeconds = delay.TotalSeconds };
    }

    /// <summary>Accepts invitations and cuts the connection.</summary>
    /// <param name="count">How many requests, at least 1; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Fault DropAfterAccept(int? count = null) => new(FaultKind.DropAfterAccept, count);

    /// <summary>Accepts invitations and answers 200 with an unreadable body.</summary>
    /// <param name="count">How many requests, at least 1; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Fault Garbage(int? count = null) => new(FaultKind.Garbage, count);

    /// <summary>Refuses log-ins.</summary>
    /// <param name="count">How many log-ins, at least 1; null: all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Fault RefuseLogin(int? count = null) => new(FaultKind.RefuseLogin, count);
}
