using System.Net;
using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Pauses;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Services.Helpers;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Alerts;

/// <summary>An alert as a letter to those who run the shop: what, where, since when, what to do, and the page's address.</summary>
public sealed class AlertLetter(AdminTexts texts, IStoreService stores, IDateTimeHelper dates)
{
    /// <summary>The subject in plain text, the body in HTML.</summary>
    public async Task<(string Subject, string Body)> WriteAsync(AlertRow row)
    {
        var all = await stores.GetAllStoresAsync();
        var concerned = StoreOf(row, all);
        var shop = concerned ?? all.First();
        var subject = Fill(await texts.TextAsync("Mail.Subject"), shop.Name, row.Alert.Message);
        var zone = dates.DefaultStoreTimeZone;
        var page = $"{shop.Url.TrimEnd('/')}/{CustomerRadarDefaults.ConfigurePath}";
        string[] parts =
        [
            Paragraph(await texts.TextAsync("Mail.Intro"), shop.Name),
            Line(await texts.TextAsync("Mail.What"), row.Alert.Message),
            Line(await texts.TextAsync("Mail.Where"), concerned?.Name ?? await texts.TextAsync("Mail.Everywhere")),
            Line(await texts.TextAsync("Mail.Since"), $"{OpenAlerts.Since(row, zone)} ({zone.Id})"),
            row.Alert.Advice is { } advice ? Line(await texts.TextAsync("Mail.Advice"), advice) : "",
            $"<p><a href=\"{WebUtility.HtmlEncode(page)}\">{WebUtility.HtmlEncode(page)}</a></p>",
            Paragraph(await texts.TextAsync("Mail.Again"), shop.Name),
        ];
        return (OneLine(subject), string.Concat(parts));
    }

    private static Store? StoreOf(AlertRow row, IList<Store> all) =>
        PauseScope.Stored(row.Alert.Scope).Connection is { } connection && StoreConnections.StoreOf(connection) is { } key && OrderSubject.StoreId(key) is { } id
            ? all.FirstOrDefault(store => store.Id == id)
            : null;

    private static string Paragraph(string format, string shop) => $"<p>{WebUtility.HtmlEncode(Fill(format, shop, ""))}</p>";

    private static string Line(string label, string text) => $"<p><b>{WebUtility.HtmlEncode(label)}</b> {WebUtility.HtmlEncode(text)}</p>";

    // Not by string.Format: the merchant may have changed the text, and a lone brace must not keep the letter back.
    private static string Fill(string text, string shop, string message) =>
        text.Replace("{0}", shop, StringComparison.Ordinal).Replace("{1}", message, StringComparison.Ordinal);

    // The queue's column takes 1,000 characters, and no mail program shows as many.
    private static string OneLine(string text)
    {
        const int Longest = 200;
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..(Longest - 1)] + "…";
    }
}
