using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Rules;

/// <summary>Draws the sample of a rule: once and for all for each subject, so that asking again gives nobody a second chance. Pure.</summary>
public static class Sampling
{
    /// <summary>
    /// Whether a subject belongs to a rule's sample: HMAC-SHA256 over rule, store and subject, read as a fraction of 1, is under the rate. Whoever is in a
    /// sample stays in it when the rate is raised.
    /// </summary>
    /// <param name="key">The installation's key, so that nobody outside can tell who is drawn.</param>
    /// <param name="rule">The rule that draws; two rules draw independently.</param>
    /// <param name="store">The store of the subject.</param>
    /// <param name="subject">The order or booking.</param>
    /// <param name="percent">The rate: 0 takes none, 100 takes all.</param>
    public static bool Includes(ReadOnlySpan<byte> key, RuleKey rule, StoreKey store, SubjectKey subject, double percent)
    {
        // Keys hold no white space, so no two of these texts are the same; the first word keeps them apart from contact hashes under the same key.
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"sample\n{rule}\n{store}\n{subject}"));
        // 53 bits are what a double holds exactly.
        var drawn = (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * Math.Pow(2, -53);
        return drawn * 100 < percent;
    }
}
