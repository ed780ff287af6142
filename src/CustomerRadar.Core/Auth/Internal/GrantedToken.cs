using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Auth.Internal;

/// <summary>What a log-in is worth: a token with its useful life, or the result that callers get instead.</summary>
/// <param name="Token">The token; null when there is none.</param>
/// <param name="Life">How long it may be used, from <paramref name="AskedAt"/>, safety margin taken off.</param>
/// <param name="AskedAt">The monotonic timestamp before the request left.</param>
/// <param name="Failure">The result without a token; null when there is one.</param>
internal sealed record GrantedToken(Secret? Token, TimeSpan Life, long AskedAt, TokenResult? Failure);
