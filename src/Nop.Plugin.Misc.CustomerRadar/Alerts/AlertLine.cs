using CustomerRadar.Core.Alerts;

namespace Nop.Plugin.Misc.CustomerRadar.Alerts;

/// <summary>An open alert, as it is shown.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">In plain words.</param>
/// <param name="Advice">What to do; null when nothing is to be done.</param>
/// <param name="Since">When it was raised, in the store's time zone.</param>
/// <param name="Count">How often its words have changed since, the first time included.</param>
public sealed record AlertLine(AlertKind Kind, string Message, string? Advice, string Since, int Count)
{
    /// <summary>True when nothing, or nothing of a connection or a rule, is sent until somebody does something.</summary>
    public bool StopsSending => Kind is AlertKind.LogInRefused or AlertKind.WrongAddress or AlertKind.ConfigurationRefused or AlertKind.Copy;
}
