using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Periodic;

/// <summary>A backfill that a merchant asks for.</summary>
/// <param name="Store">Of which store.</param>
/// <param name="Rule">Under which rule; its trigger says what is looked for, its active-from does not count.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant; one that lies ahead counts as now.</param>
public sealed record BackfillRequest(StoreKey Store, RuleKey Rule, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The highest <see cref="PerHour"/>: one a second.</summary>
    public const int MostPerHour = 3600;

    /// <summary>The most invitations an hour, 1 to 3,600; they are spread over it. Default 60.</summary>
    public int PerHour { get; init; } = 60;
}
