using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Periodic.Internal;

/// <summary>Lets go of what is not needed any more: contacts first, then the details of rows that ended long ago.</summary>
internal sealed partial class RetentionWork(
    IInvitationRecords records,
    IRuleBooks books,
    IOptions<RetentionOptions> options,
    ILogger<RetentionWork> log) : IPeriodicWork
{
    private const int PageSize = 500;

    public string Name => "retention";

    public TimeSpan Interval => TimeSpan.FromHours(1);

    public TimeSpan LeaseLength => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cut = new RetentionCut(options.Value.Rows, options.Value.Contacts);
        var contacts = await AllAsync(() => records.ForgetContactsAsync(cut, PageSize, cancellationToken), cancellationToken);
        var rules = (await books.ReadAsync(cancellationToken)).Keys.ToList();
        // Rows of deleted rules go wholly, and with them the knowledge of who was invited. No rules at all is more likely a host that is not
        // set up yet than a merchant who deleted every one.
        var rows = rules.Count == 0 ? 0 : await AllAsync(() => records.ReduceAsync(cut, rules, PageSize, cancellationToken), cancellationToken);
        if (contacts + rows > 0)
            LogKept(contacts, rows);
    }

    private static async Task<int> AllAsync(Func<Task<int>> page, CancellationToken cancellationToken)
    {
        var total = 0;
        while (await page() is var count && count > 0)
        {
            total += count;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return total;
    }

    [LoggerMessage(2120, LogLevel.Information, "Retention dropped the contacts of {Contacts} orders or bookings and the details of {Rows} invitations")]
    private partial void LogKept(int contacts, int rows);
}
