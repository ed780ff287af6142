namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>A token as the page lists it.</summary>
/// <param name="Name">Without percent signs.</param>
/// <param name="Key">The key of the text that says what it gives, behind <c>Tokens.</c>; null for one of another plugin, of which nothing is known.</param>
public sealed record TokenRow(string Name, string? Key);
