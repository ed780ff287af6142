using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Auth;

/// <summary>What asking for a token gave: a token, a refusal, or no usable answer. Never an exception for these three.</summary>
public abstract record TokenResult
{
    private TokenResult()
    {
    }

    /// <summary>A token that is still valid for longer than a request takes.</summary>
    /// <param name="Token">The token.</param>
    public sealed record Granted(AccessToken Token) : TokenResult;

    /// <summary>The API answered, but without a token: wrong user name or password, or a locked account.</summary>
    /// <param name="Status">The HTTP status; which one a refusal carries is not documented.</param>
    /// <param name="Message">What the API said, shortened; never a secret.</param>
    public sealed record Refused(int Status, string Message) : TokenResult;

    /// <summary>The API could not be asked or did not answer usefully.</summary>
    /// <param name="Outcome">What became of the log-in call.</param>
    public sealed record Unavailable(CallOutcome Outcome) : TokenResult;
}
