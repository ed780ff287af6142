namespace CustomerRadar.StoreTests.Admin;

/// <summary>A row of the plugin's outbox, as its page for it shows it.</summary>
/// <param name="Id">The row's number.</param>
/// <param name="Rule">The key of the rule that invites.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="Origin">How it was noticed.</param>
public sealed record Invitation(long Id, string Rule, string State, string? Reason, string Origin)
{
    /// <summary>Whether nothing will happen to it by itself any more.</summary>
    public bool HasEnded => State is not ("Pending" or "Sending");
}
