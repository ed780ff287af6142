using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>What a log-in call gave.</summary>
/// <param name="Result">What was observed.</param>
/// <param name="Token">The token, when the body had one.</param>
/// <param name="Expiration">The <c>expiration</c> member as text: epoch seconds with a fraction.</param>
internal sealed record LogInAnswer(CallResult Result, Secret? Token, string? Expiration);
