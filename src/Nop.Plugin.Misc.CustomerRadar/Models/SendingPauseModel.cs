namespace Nop.Plugin.Misc.CustomerRadar.Models;

/// <summary>A pause as the page shows it.</summary>
/// <param name="Scope">What the page sends back to end it.</param>
/// <param name="Title">What is wrong, in the admin's language.</param>
/// <param name="Where">The store or the rule that it is about; null when it is about everything.</param>
/// <param name="Reason">What happened.</param>
/// <param name="Advice">What to do; null when nothing is to be done.</param>
/// <param name="Since">When it began.</param>
/// <param name="NextTry">When it is tried next; null when only a person ends it, or when a try is under way or due.</param>
/// <param name="IsPersons">A person paused it, so a person ends it; else a try may be asked for.</param>
public sealed record SendingPauseModel(
    string Scope, string Title, string? Where, string Reason, string? Advice, string Since, string? NextTry, bool IsPersons);
