namespace Nop.Plugin.Misc.CustomerRadar.Contacts;

/// <summary>What became of a list of contacts.</summary>
/// <param name="Contacts">How many different ones there are.</param>
/// <param name="Changed">For how many of them something changed.</param>
/// <param name="WrongLine">The first line that is neither an e-mail address nor a phone number, from 1; nothing was changed then. Null when there is none.</param>
public sealed record OptOutReading(int Contacts, int Changed, int? WrongLine);
