using CustomerRadar.Core.Rules;

namespace Nop.Plugin.Misc.CustomerRadar.Rules;

/// <summary>What is to be written at once.</summary>
/// <param name="Saved">Rules as they are to stand.</param>
/// <param name="Deleted">Rules that go; what waits under them is cancelled.</param>
/// <param name="Replanned">Those of the saved whose waiting invitations get the due time that the rule says now.</param>
public sealed record RuleWrites(IReadOnlyList<SendRule> Saved, IReadOnlyList<RuleKey> Deleted, IReadOnlyList<RuleKey> Replanned)
{
    /// <summary>Nothing.</summary>
    public static RuleWrites None { get; } = new([], [], []);
}
