using System.Globalization;
using Nop.Plugin.Misc.CustomerRadar.Alerts;

namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>Alerts and notes on the configuration page: settings to fields, and typed fields to settings or a fault each.</summary>
public static class AlertsForm
{
    /// <summary>Shows what a scope uses.</summary>
    public static void Show(CustomerRadarSettings own, ConfigurationModel model)
    {
        model.AlertMails = own.AlertMails;
        model.AlertMailsTo = own.AlertMailsTo;
        model.OrderNotes = own.OrderNotes;
    }

    /// <summary>In a store's scope, fills what is not the store's own: a browser does not send it.</summary>
    public static void FillShared(CustomerRadarSettings shared, ConfigurationModel model)
    {
        if (model.ActiveStoreScopeConfiguration != 0 && !model.OrderNotes_OverrideForStore)
            model.OrderNotes = shared.OrderNotes;
    }

    /// <summary>What is wrong with the fields, by field.</summary>
    public static IEnumerable<(string Field, string Fault)> Faults(ConfigurationModel model)
    {
        MailList.Read(model.AlertMailsTo, out var wrong);
        if (wrong > 0)
            yield return (nameof(model.AlertMailsTo), string.Create(CultureInfo.InvariantCulture, $"{wrong} of these {(wrong == 1 ? "is no e-mail address" : "are no e-mail addresses")}. Separate addresses by commas or semicolons, without names."));
    }

    /// <summary>Writes fields without faults into the settings of their scope. To whom alerts are mailed is not a store's to say.</summary>
    public static void Apply(ConfigurationModel model, CustomerRadarSettings own)
    {
        own.OrderNotes = model.OrderNotes;
        if (model.ActiveStoreScopeConfiguration != 0)
            return;
        own.AlertMails = model.AlertMails;
        own.AlertMailsTo = string.Join(", ", MailList.Read(model.AlertMailsTo, out _));
    }
}
