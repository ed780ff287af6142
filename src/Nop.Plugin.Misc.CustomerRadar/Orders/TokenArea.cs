namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>Tokens that belong together, as the page lists them.</summary>
/// <param name="Key">What they are about: the text's key is <c>Tokens.Area.</c> and this.</param>
/// <param name="Tokens">In the order in which they are listed.</param>
public sealed record TokenArea(string Key, IReadOnlyList<TokenRow> Tokens);
