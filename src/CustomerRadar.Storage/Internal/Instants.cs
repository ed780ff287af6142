namespace CustomerRadar.Storage.Internal;

/// <summary>Between instants and the milliseconds that the tables hold.</summary>
internal static class Instants
{
    public static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? At(long? milliseconds) => milliseconds is { } known ? At(known) : null;

    public static long Milliseconds(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static long Milliseconds(this TimeSpan span) => (long)span.TotalMilliseconds;
}
