using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>Tells whether a connection's settings are those under which a pause began, without keeping them: a keyed hash, cut to 64 bits.</summary>
internal static class SettingsMark
{
    public static string Of(Connection connection, ReadOnlyMemory<byte> key) => Convert.ToHexStringLower(
        HMACSHA256.HashData(
            key.Span,
            Encoding.UTF8.GetBytes($"settings\n{connection.BaseAddress}\n{connection.Username}\n{connection.Password.Reveal()}\n{connection.ClientDisplayId}"))[..8]);
}
