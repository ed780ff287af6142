namespace CustomerRadar.Core.Rules;

/// <summary>What one check of <see cref="Eligibility"/> found.</summary>
/// <param name="Name">Which check: one of <see cref="CheckNames"/>.</param>
/// <param name="Passed">True: nothing stands against sending. False: it does. Null: the rule asks for nothing here, or what the check needs is missing.</param>
/// <param name="Detail">What was found, in plain words for the merchant; no contact and no value of a field.</param>
public sealed record CheckResult(string Name, bool? Passed, string Detail);
