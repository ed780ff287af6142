namespace CustomerRadar.Core.Api;

/// <summary>
/// What an answer means for the invitation. The table "Outcomes of a call" of the design, one name a row. Customer Radar documents 200 with
/// code <c>00000</c>, 400 with a message, and two refusals; what any other status means is what HTTP says of it.
/// </summary>
public enum CallVerdict
{
    /// <summary>200 with code <c>00000</c>: taken. Not a promise that a message reaches the customer; Customer Radar has rules of its own.</summary>
    Accepted,

    /// <summary>A known refusal of the configuration: the ids do not belong together, or the programme cannot send e-mail.</summary>
    ConfigurationRefused,

    /// <summary>Any other refusal of this one invitation; the merchant corrects it.</summary>
    Refused,

    /// <summary>401: the token was not taken.</summary>
    Unauthorised,

    /// <summary>403: not allowed; one fresh log-in, then a refusal.</summary>
    Forbidden,

    /// <summary>The API cannot have taken it: no connection, 429, 503, or 407 from a proxy. Safe to send again.</summary>
    NotSent,

    /// <summary>It is unknown whether the API took it. Never sent again by itself, since the API has no idempotency key.</summary>
    Unknown,

    /// <summary>3xx, 404 or 405: this is not the API's address.</summary>
    WrongAddress,
}
