namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>Counts what ended yesterday and today anew, for pages and alerts. Older days stand.</summary>
internal sealed class DailyCountWork(IInvitationRecords records, TimeProvider time) : IPeriodicWork
{
    public string Name => "daily-counts";

    public TimeSpan Interval => TimeSpan.FromHours(1);

    public TimeSpan LeaseLength => TimeSpan.FromMinutes(5);

    public Task RunAsync(CancellationToken cancellationToken) =>
        records.RecountAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1), cancellationToken);
}
