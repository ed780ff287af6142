namespace CustomerRadar.Sandbox.Requests;

/// <summary>What the sandbox has counted since it started or was last told to count anew.</summary>
/// <param name="LogIns">Log-ins that were given a token.</param>
/// <param name="Invitations">Invitation requests that were accepted and recorded, whatever a fault then did to the answer.</param>
/// <param name="Refused">
/// Requests answered with a refusal on their merits: a wrong log-in (also one that the refuse-login fault ordered), 401 (a look-up's too), and 400.
/// </param>
/// <param name="Failed">
/// Invitation requests that a fault broke: an ordered status, a cut connection, an unreadable answer, or a delayed answer for which the
/// client did not wait. The last three were accepted too, and so count under <paramref name="Invitations"/> as well.
/// </param>
/// <param name="MaxInFlight">The greatest number of invitation requests that were being answered at the same time.</param>
public sealed record RequestCounts(
    [property: System.Text.Json.Serialization.JsonPropertyName("logins")] int LogIns,
    int Invitations,
    int Refused,
    int Failed,
    int MaxInFlight);
