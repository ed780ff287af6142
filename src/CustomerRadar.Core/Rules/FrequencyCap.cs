namespace CustomerRadar.Core.Rules;

/// <summary>At most one invitation to a contact in so many days, whichever rule of the connection sent the other one.</summary>
/// <param name="Days">1 to <see cref="MaximumDays"/> days of 24 hours, counted back from the moment of sending.</param>
public sealed record FrequencyCap(int Days)
{
    /// <summary>The most days: ten years.</summary>
    public const int MaximumDays = 3650;
}
