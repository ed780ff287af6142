using System.Net.Mail;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Metadata;
using Nop.Services.Configuration;

namespace Nop.Plugin.Misc.CustomerRadar.Contacts;

/// <summary>Takes down who must not be invited, by e-mail address or number; only keyed hashes are kept.</summary>
public sealed class OptOuts(ISettingService settings, IPhoneNumbers phones, InstallationKey key, ISuppressions suppressions)
{
    private const string Source = "administrator";

    /// <summary>The most contacts at once.</summary>
    public const int MostContacts = 10_000;

    /// <summary>Reads a text or CSV file, see <see cref="ContactLines"/>, and takes all of its contacts down, or none.</summary>
    public Task<OptOutReading> AddAsync(string? text, CancellationToken cancellationToken) =>
        ChangeAsync(text, contacts => suppressions.OptOutAsync(contacts, Source, cancellationToken), cancellationToken);

    /// <summary>The other way: they may be invited again. What was erased stays away.</summary>
    public Task<OptOutReading> TakeBackAsync(string? text, CancellationToken cancellationToken) =>
        ChangeAsync(text, contacts => suppressions.TakeBackAsync(contacts, cancellationToken), cancellationToken);

    private async Task<OptOutReading> ChangeAsync(string? text, Func<IReadOnlyCollection<ContactHash>, Task<int>> change, CancellationToken cancellationToken)
    {
        var hasher = await key.HasherAsync(cancellationToken);
        var home = (await settings.LoadSettingAsync<CustomerRadarSettings>()).HomeCountry;
        var contacts = new HashSet<ContactHash>();
        var wrong = new SortedSet<int>();
        foreach (var (line, cell) in ContactLines.Read(text))
        {
            if (MailAddress.TryCreate(cell, out var address) && address.Address == cell)
                contacts.Add(hasher.Email(cell));
            else if (phones.Parse(new PhoneNumber(cell, null), string.IsNullOrWhiteSpace(home) ? null : home) is { } phone)
                contacts.Add(hasher.Phone(phone.E164));
            else
                wrong.Add(line);
        }

        return new OptOutReading(contacts.Count, wrong.Count == 0 && contacts.Count is > 0 and <= MostContacts ? await change(contacts) : 0, [.. wrong]);
    }
}
