using CustomerRadar.Core.Contacts;

namespace CustomerRadar.Storage.Internal;

/// <summary>The contact in a reservation's key <c>contact:CONNECTION/HASH</c>, so that an erasure finds what is kept under it.</summary>
internal static class ReservedContact
{
    private const string Prefix = "contact:";

    /// <summary>Null for a key of another kind. A hash holds no slash, so the last one parts the two.</summary>
    public static ContactHash? Of(string key)
    {
        var slash = key.LastIndexOf('/');
        return key.StartsWith(Prefix, StringComparison.Ordinal) && slash > 0 && key.Length - slash - 1 is > 0 and <= ContactHash.MaximumLength
            ? new ContactHash(key[(slash + 1)..])
            : null;
    }
}
