using System.Globalization;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.CustomerRadar.Models;
using Nop.Plugin.Misc.CustomerRadar.Places;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Services.Helpers;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>What keeps invitations from being sent, and what a person may do about it.</summary>
public sealed class SendingPage(
    ShopPlace place,
    CopyGuard guard,
    IPauses pauses,
    SendingPauses sending,
    IRuleBooks books,
    StoreNames stores,
    ILocalizationService localization,
    IDateTimeHelper dates,
    IWorkContext work)
{
    /// <summary>How things stand.</summary>
    public async Task<SendingModel> ReadAsync(CancellationToken cancellationToken)
    {
        var reading = await pauses.ListAsync(cancellationToken);
        var closed = reading.Pauses.Where(pause => pause.Since is not null).ToList();
        var isCopyPaused = closed.Any(pause => pause.Scope == PauseScope.Copy);
        var names = await stores.AllAsync();
        var book = await books.ReadAsync(cancellationToken);
        var shown = new List<SendingPauseModel>();
        foreach (var pause in closed.Where(pause => pause.Scope != PauseScope.Copy))
        {
            var where = pause.Scope.Connection is { } connection
                ? book.Stores.Where(store => book.ConnectionOf(store)!.Key == connection).Select(store => names.GetValueOrDefault(store)).FirstOrDefault() ?? connection.ToString()
                : book.Rules.Where(rule => pause.Scope.ToString().StartsWith(PauseScope.StartOf(rule.Key), StringComparison.Ordinal)).Select(rule => rule.Name).FirstOrDefault();
            var isPersons = pause.NeedsPerson;
            var next = isPersons || pause.ClosedUntil <= reading.Now ? null : Shown(pause.ClosedUntil!.Value);
            shown.Add(new(pause.Scope.ToString(), await TextAsync($"Sending.{pause.Cause}"), where, pause.Reason, pause.Advice, Shown(pause.Since!.Value), next, isPersons));
        }

        return new SendingModel(
            isCopyPaused || guard.IsElsewhere,
            guard.IsElsewhere && !isCopyPaused,
            await place.ReadAsync(),
            closed.Any(pause => pause.Scope == PauseScope.All),
            shown,
            [.. book.Stores.Where(store => book.ConnectionOf(store)!.DryRun).Select(store => names.GetValueOrDefault(store, store.ToString()))],
            book.Stores.Any(store => Enum.GetValues<Trigger>().Any(trigger => book.Matching(store, trigger).Count > 0)),
            book.Stores.All(store => book.ConnectionOf(store)!.DryRun));
    }

    /// <summary>This is the shop: what waits goes out, the longest due first.</summary>
    public Task ConfirmAsync(CancellationToken cancellationToken) => place.ConfirmAsync(cancellationToken);

    /// <summary>Pauses everything until somebody ends it.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken) => await sending.PauseAsync(
        PauseScope.All, $"Paused on the configuration page by {NameOf(await work.GetCurrentCustomerAsync())}.", "It goes on when somebody ends the pause there.", cancellationToken);

    /// <summary>Ends a person's pause; of any other, has one row try at once.</summary>
    /// <param name="scope">As it stands on the page.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>False for a scope that is not paused, and for a copy, which is confirmed and not ended.</returns>
    public async Task<bool> EndAsync(string? scope, CancellationToken cancellationToken)
    {
        var listed = await sending.ListAsync(cancellationToken);
        if (listed.FirstOrDefault(pause => pause.Scope != PauseScope.Copy && pause.Scope.ToString() == scope) is not { } found)
            return false;
        await (found.NeedsPerson ? sending.ResumeAsync(found.Scope, cancellationToken) : sending.TryNowAsync(found.Scope, cancellationToken));
        return true;
    }

    // No e-mail address: the reason may come to stand on a row.
    private static string NameOf(Customer admin) =>
        $"{admin.FirstName} {admin.LastName}".Trim() is { Length: > 0 } name ? name : string.Create(CultureInfo.InvariantCulture, $"customer {admin.Id}");

    private string Shown(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, dates.DefaultStoreTimeZone).ToString("g", CultureInfo.CurrentCulture);

    private Task<string> TextAsync(string key) => localization.GetResourceAsync(CustomerRadarDefaults.LocalePrefix + key);
}
