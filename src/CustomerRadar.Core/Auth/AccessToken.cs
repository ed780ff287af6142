using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Auth;

/// <summary>
/// A token from <c>POST /auth/login</c>. As in Customer Radar's documented example it goes raw into the <c>Authorization</c> header,
/// without <c>Bearer</c>; documented as valid for 60 minutes.
/// </summary>
/// <param name="Value">The token itself.</param>
/// <param name="Serial">Counts up with every log-in of this process, so that two tokens can be told apart without comparing secrets.</param>
public sealed record AccessToken(Secret Value, long Serial);
