namespace Nop.Plugin.Misc.CustomerRadar.Backfills;

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">The field of the form.</param>
/// <param name="What">In plain words.</param>
public sealed record BackfillFault(string Field, string What);
