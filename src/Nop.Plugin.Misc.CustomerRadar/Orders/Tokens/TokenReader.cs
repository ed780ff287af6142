namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>Computes the values of a token for an order; blank ones are dropped afterwards.</summary>
internal delegate Task<IEnumerable<string?>> TokenReader(OrderFacts facts);
