using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Contacts;

/// <summary>Makes contact hashes: HMAC-SHA256 under the installation's key, over the contact in one spelling.</summary>
/// <param name="key">The installation's key, 32 bytes.</param>
public sealed class ContactHasher(ReadOnlyMemory<byte> key)
{
    /// <summary>The hash of an e-mail address; case and surrounding white space do not count.</summary>
    public ContactHash Email(string address) => Of("email", address.Trim().ToLowerInvariant());

    /// <summary>The hash of a phone number.</summary>
    /// <param name="e164">With country code: <c>+64211234321</c>.</param>
    public ContactHash Phone(string e164) => Of("phone", e164.Trim());

    /// <summary>The hash of a customer of a shop, for platforms that number them.</summary>
    public ContactHash Customer(StoreKey store, string customer) => Of("customer", $"{store}\n{customer.Trim()}");

    private ContactHash Of(string kind, string text) =>
        new($"{kind}:{Convert.ToHexStringLower(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes($"{kind}\n{text}")))}");
}
