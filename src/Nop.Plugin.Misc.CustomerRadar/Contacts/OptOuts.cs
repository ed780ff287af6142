using System.Net.Mail;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Metadata;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar.Contacts;

/// <summary>Takes down who must not be invited, by e-mail address or number; only keyed hashes are kept.</summary>
public sealed class OptOuts(ISettingService settings, IPhoneNumbers phones, InstallationKey key, ISuppressions suppressions)
{
    private const string Source = "administrator";

    /// <summary>Reads the lines of a text, one address or number each, and takes all of them down, or none.</summary>
    /// <returns>How many there are and how many of them are new; or the number of the first line that is neither an address nor a number.</returns>
    public async Task<OptOutReading> AddAsync(string? text, CancellationToken cancellationToken)
    {
        var (contacts, wrongLine) = await ReadAsync(text, cancellationToken);
        return new OptOutReading(
            contacts.Count, wrongLine is null && contacts.Count > 0 ? await suppressions.OptOutAsync(contacts, Source, cancellationToken) : 0, wrongLine);
    }

    /// <summary>The other way: they may be invited again. What was erased stays away.</summary>
    /// <returns>How many there are and how many of them had opted out; or the number of the first wrong line.</returns>
    public async Task<OptOutReading> TakeBackAsync(string? text, CancellationToken cancellationToken)
    {
        var (contacts, wrongLine) = await ReadAsync(text, cancellationToken);
        return new OptOutReading(
            contacts.Count, wrongLine is null && contacts.Count > 0 ? await suppressions.TakeBackAsync(contacts, cancellationToken) : 0, wrongLine);
    }

    private async Task<(IReadOnlyCollection<ContactHash> Contacts, int? WrongLine)> ReadAsync(string? text, CancellationToken cancellationToken)
    {
        var hasher = await key.HasherAsync(cancellationToken);
        var home = (await settings.LoadSettingAsync<CustomerRadarSettings>()).HomeCountry;
        var contacts = new HashSet<ContactHash>();
        foreach (var (line, index) in (text ?? "").Split('\n').Select((line, index) => (line.Trim(), index)).Where(pair => pair.Item1.Length > 0))
        {
            if (MailAddress.TryCreate(line, out var address) && address.Address == line)
                contacts.Add(hasher.Email(line));
            else if (phones.Parse(new PhoneNumber(line, null), string.IsNullOrWhiteSpace(home) ? null : home) is { } phone)
                contacts.Add(hasher.Phone(phone.E164));
            else
                return ([], index + 1);
        }

        return (contacts, null);
    }
}
