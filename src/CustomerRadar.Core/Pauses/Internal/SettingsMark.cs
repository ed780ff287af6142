using System.Security.Cryptography;
using System.Text;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Rules;
using Newtonsoft.Json;

namespace CustomerRadar.Core.Pauses.Internal;

/// <summary>Tells whether settings are those under which a pause began, without keeping them: a keyed hash, cut to 64 bits.</summary>
internal static class SettingsMark
{
    /// <summary>What a log-in or an address was refused of.</summary>
    public static string Of(Connection connection, ReadOnlyMemory<byte> key) => Of(
        $"settings\n{connection.BaseAddress}\n{connection.Username}\n{connection.Password.Reveal()}\n{connection.ClientDisplayId}", key);

    /// <summary>What ids were refused of: the rule as it stands, and every client that it serves, since they have to belong together.</summary>
    public static string Of(SendRule rule, RuleBook book, ReadOnlyMemory<byte> key)
    {
        var clients = (rule.Store is { } store ? [store] : book.Stores)
            .Select(book.ConnectionOf)
            .OfType<Connection>()
            .Select(connection => $"{connection.BaseAddress} {connection.ClientDisplayId}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return Of($"rule\n{string.Join('\n', clients)}\n{SendRuleDocument.Write(rule).ToString(Formatting.None)}", key);
    }

    private static string Of(string settings, ReadOnlyMemory<byte> key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(settings))[..8]);
}
