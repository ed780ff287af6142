using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.CustomerRadar.Contacts;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Services.Localization;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.CustomerRadar.Controllers;

/// <summary>Who must not be invited: typed in or from a file, never shown.</summary>
public sealed class CustomerRadarOptOutsController(PluginGate gate, IServiceProvider services, ILocalizationService localization)
    : PagePartController(gate, services, localization)
{
    private const int MostLines = 20;

    /// <summary>Takes contacts down: one a line, or the columns of a CSV file.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> Add(string? optOuts, CancellationToken cancellationToken) =>
        ChangeAsync(list => list.AddAsync(optOuts, cancellationToken), "OptOuts.Added");

    /// <summary>Strikes contacts out, in the same form.</summary>
    [HttpPost]
    [CheckPermission(CustomerRadarDefaults.ConfigurePermission)]
    public Task<IActionResult> TakeBack(string? optOuts, CancellationToken cancellationToken) =>
        ChangeAsync(list => list.TakeBackAsync(optOuts, cancellationToken), "OptOuts.TakenBack");

    private Task<IActionResult> ChangeAsync(Func<OptOuts, Task<OptOutReading>> change, string done) => AnswerAsync<OptOuts>(async list => await change(list) switch
    {
        { WrongLines: { Count: > 0 } lines } => (false, string.Format(CultureInfo.CurrentCulture, await TextAsync("OptOuts.WrongLines"), Shown(lines))),
        { IsTooLong: true } reading => (false, string.Format(CultureInfo.CurrentCulture, await TextAsync("OptOuts.TooMany"), reading.Contacts, OptOuts.MostContacts)),
        { Contacts: 0 } => (false, await TextAsync("OptOuts.None")),
        var reading => (true, string.Format(CultureInfo.CurrentCulture, await TextAsync(done), reading.Contacts, reading.Changed)),
    });

    // Of a wrong column there are as many as lines.
    private static string Shown(IReadOnlyList<int> lines) => string.Join(", ", lines.Take(MostLines)) + (lines.Count > MostLines ? ", …" : "");
}
