namespace CustomerRadar.Sandbox.Auth.Internal;

/// <summary>A token and the instant at which it ends.</summary>
internal readonly record struct IssuedToken(string Value, DateTimeOffset Expires);
