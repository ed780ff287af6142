using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Storage.Tests;

/// <summary>Rows as the tests need them.</summary>
internal static class TableRows
{
    public static async Task<InvitationId> AddAsync(
        this Tables tables, int number, DateTimeOffset? due = null, ConnectionKey? connection = null, string? rule = null)
    {
        var planned = Some.Planned(number, due);
        planned = planned with { Connection = connection ?? planned.Connection, Rule = rule is null ? planned.Rule : RuleKey.Parse(rule) };
        return (await tables.Outbox.AddAsync(planned, default)).Id!.Value;
    }

    /// <summary>Away from midnight, so that what follows at once is of one UTC day.</summary>
    public static async Task MoveToNoonAsync(this Tables tables)
    {
        var now = await tables.NowAsync();
        await tables.MoveTimeAsync(new DateTimeOffset(now.UtcDateTime.Date.AddDays(1).AddHours(12), TimeSpan.Zero) - now);
    }

    public static Task<LeasedInvitation?> LeaseAsync(this Tables tables, InvitationId id) => tables.Outbox.LeaseAsync(id, Some.LeaseLength, "node", default);

    public static async Task<LeasedInvitation> LeasedAsync(this Tables tables, int number, string? rule = null) =>
        (await tables.LeaseAsync(await tables.AddAsync(number, rule: rule)))!;

    public static async Task<InvitationRow> RowAsync(this Tables tables, InvitationId id) => (await tables.Queries.FindAsync(id, default))!;

    public static Task<InvitationRow> RowAsync(this Tables tables, LeasedInvitation leased) => tables.RowAsync(leased.Lease.Invitation);
}
