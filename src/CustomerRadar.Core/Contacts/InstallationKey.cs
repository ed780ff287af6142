using System.Security.Cryptography;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Contacts;

/// <summary>
/// The 32 random bytes under which this installation hashes contacts and draws samples: made by whichever node needs them first, the
/// same for all from then on.
/// </summary>
public sealed class InstallationKey(IKeptValues values)
{
    private const string Name = "installation-key";
    private volatile byte[]? _key;

    /// <summary>The key. Read from the database once a process.</summary>
    /// <exception cref="FormatException">The stored key was changed by hand and cannot be read.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_key is { } known)
            return known;
        var text = await values.ReadAsync(Name, cancellationToken)
            ?? await values.AddAsync(Name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), cancellationToken);
        return _key = Convert.FromBase64String(text);
    }

    /// <summary>The hasher of this installation.</summary>
    /// <exception cref="FormatException">The stored key was changed by hand and cannot be read.</exception>
    public async ValueTask<ContactHasher> HasherAsync(CancellationToken cancellationToken) => new(await ReadAsync(cancellationToken));
}
