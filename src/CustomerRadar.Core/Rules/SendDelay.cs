namespace CustomerRadar.Core.Rules;

/// <summary>The time between an interaction and its invitation: whole calendar days in the connection's zone, then hours and minutes.</summary>
/// <param name="Days">Calendar days, 0 to 365.</param>
/// <param name="Time">Further time, 0 to 24 hours, exact; whole minutes, which is what a rule's document can say.</param>
public readonly record struct SendDelay(int Days, TimeSpan Time)
{
    /// <summary>The most days a delay may have.</summary>
    public const int MaximumDays = 365;

    /// <summary>No delay: due at once.</summary>
    public static SendDelay None => default;

    /// <summary>A delay of exact time only.</summary>
    public static SendDelay Of(TimeSpan time) => new(0, time);
}
