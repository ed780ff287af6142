namespace Nop.Plugin.Misc.CustomerRadar.Contacts;

/// <summary>What became of a list of contacts.</summary>
/// <param name="Contacts">How many different ones there are.</param>
/// <param name="Changed">For how many of them something changed.</param>
/// <param name="WrongLines">The lines with something that is neither an e-mail address nor a phone number, from 1; nothing was changed then.</param>
public sealed record OptOutReading(int Contacts, int Changed, IReadOnlyList<int> WrongLines)
{
    /// <summary>True when the list is longer than one may be; nothing was changed.</summary>
    public bool IsTooLong => Contacts > OptOuts.MostContacts;
}
