using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;

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

    /// <summary>Takes keys for a row as the worker that has it; one that no worker has is in the hands of one for this moment.</summary>
    public static async Task<ReservationResult> TakeAsync(this Tables tables, InvitationId id, params IReadOnlyList<ReservationRequest> wanted)
    {
        var row = (await tables.Database.FindAsync<InvitationRecord>(_ => "SELECT * FROM CustomerRadar_Invitation WHERE Id = @id", new { id = id.Value }, default))!;
        var lease = new Lease(id, row.State == "Sending" ? Guid.Parse(row.LeaseId!) : Guid.NewGuid(), default, default);
        await SetAsync("Sending", lease.Id.ToString("D"));
        var result = await tables.Reservations.TakeAsync(lease, wanted, default);
        await SetAsync(row.State, row.LeaseId);
        return result;

        Task<int> SetAsync(string state, string? leaseId) => tables.Database.ExecuteAsync(
            _ => "UPDATE CustomerRadar_Invitation SET State = @state, LeaseId = @leaseId WHERE Id = @id", new { id = id.Value, state, leaseId }, default);
    }

    public static async Task<InvitationRow> RowAsync(this Tables tables, InvitationId id) => (await tables.Queries.FindAsync(id, default))!;

    public static Task<InvitationRow> RowAsync(this Tables tables, LeasedInvitation leased) => tables.RowAsync(leased.Lease.Invitation);
}
