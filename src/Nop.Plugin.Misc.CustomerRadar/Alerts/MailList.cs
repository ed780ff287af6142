using System.Net.Mail;

namespace Nop.Plugin.Misc.CustomerRadar.Alerts;

/// <summary>E-mail addresses in a text field, separated by commas, semicolons or lines.</summary>
public static class MailList
{
    private static readonly char[] Separators = [',', ';', '\r', '\n'];

    /// <summary>The addresses, each once, in their order.</summary>
    /// <param name="text">The field's text; null or blank for none.</param>
    /// <param name="wrong">How many parts are no address.</param>
    public static IReadOnlyList<string> Read(string? text, out int wrong)
    {
        var parts = (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var addresses = parts.Where(IsAddress).ToList();
        wrong = parts.Length - addresses.Count;
        return [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // With a name in front it would be an address, too, and the queue wants the address alone.
    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
