namespace CustomerRadar.Core.Rules;

/// <summary>What reading a file of send rules gave.</summary>
/// <param name="Rules">The rules; empty when there is any fault.</param>
/// <param name="Faults">Every fault with its place and line; empty when the file is right.</param>
public sealed record SendRulesReading(IReadOnlyList<SendRule> Rules, IReadOnlyList<DocumentFault> Faults);
