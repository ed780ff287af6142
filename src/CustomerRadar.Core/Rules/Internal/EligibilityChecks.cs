using System.Globalization;
using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Rules.Internal;

/// <summary>The checks themselves. Each looks at the facts alone, so that all of them can be shown.</summary>
internal static class EligibilityChecks
{
    private static readonly Finding NoRule = Finding.NothingToLookAt("There is no rule.");
    private static readonly Finding NoSubject = Finding.NothingToLookAt("There is no order or booking.");
    private static readonly Finding NoConnection = Finding.NothingToLookAt("There is no connection.");

    public static IReadOnlyList<(string Name, Func<EligibilityFacts, Finding> Look)> All { get; } =
    [
        (CheckNames.Cancellation, Cancellation),
        (CheckNames.Rule, Rule),
        (CheckNames.Subject, Subject),
        (CheckNames.Standing, Standing),
        (CheckNames.Erasure, Erasure),
        (CheckNames.OptOut, OptOut),
        (CheckNames.Enabled, Enabled),
        (CheckNames.Connection, Connection),
        (CheckNames.Happened, Happened),
        (CheckNames.Due, Due),
        (CheckNames.ActiveFrom, ActiveFrom),
        (CheckNames.Serves, Serves),
        (CheckNames.Age, Age),
        (CheckNames.Filters, Filters),
        (CheckNames.Consent, Consent),
        (CheckNames.Platform, Platform),
        (CheckNames.Sample, Sample),
        (CheckNames.Window, Window),
    ];

    private static Finding Cancellation(EligibilityFacts facts) =>
        facts.CancelRequested is { } reason ? Finding.Cancel(reason) : Finding.Fine("Nobody asked to cancel it.");

    private static Finding Rule(EligibilityFacts facts) => facts switch
    {
        { Rule: { } rule } => Finding.Fine($"The send rule \"{rule.Name}\"."),
        { RuleIsUnreadable: true } => Finding.Defer(Eligibility.HoldTime, $"The stored send rule \"{facts.RuleKey}\" cannot be read; import it anew, or delete it."),
        _ => Finding.Cancel("The send rule was deleted."),
    };

    private static Finding Subject(EligibilityFacts facts) =>
        facts.Subject is null ? Finding.Cancel("The order or booking does not exist any more.") : Finding.Fine("It exists.");

    private static Finding Standing(EligibilityFacts facts) => facts.Subject switch
    {
        null => NoSubject,
        { Status: SubjectStatus.Cancelled } subject => Finding.Cancel(subject.StatusReason ?? "The order or booking was cancelled."),
        _ => Finding.Fine("It stands."),
    };

    private static Finding Erasure(EligibilityFacts facts) =>
        facts.Suppression is { Kind: SuppressionKind.Erasure }
            ? Finding.Cancel("The customer's data were erased.")
            : Finding.Fine("The customer was not erased.");

    private static Finding OptOut(EligibilityFacts facts) =>
        facts.Suppression is { Kind: SuppressionKind.OptOut } optOut
            ? Finding.Skip(string.Create(CultureInfo.InvariantCulture, $"The customer opted out on {optOut.Since:yyyy-MM-dd}."))
            : Finding.Fine("The customer did not opt out.");

    private static Finding Enabled(EligibilityFacts facts) => facts.Rule switch
    {
        null => NoRule,
        { Enabled: false } rule => Finding.Defer(Eligibility.HoldTime, $"The send rule \"{rule.Name}\" is switched off."),
        _ => Finding.Fine("The send rule is switched on."),
    };

    private static Finding Connection(EligibilityFacts facts) =>
        facts.Connection is { } connection
            ? Finding.Fine($"The connection \"{connection.Key}\".")
            : Finding.Defer(Eligibility.HoldTime, "The store has no connection to Customer Radar.");

    private static Finding Happened(EligibilityFacts facts) => facts.Subject switch
    {
        null => NoSubject,
        { Awaits: { } awaits } => Finding.Defer(Eligibility.HoldTime, awaits),
        _ => Finding.Fine("It has happened."),
    };

    private static Finding Due(EligibilityFacts facts)
    {
        if (facts.SendNow)
            return Finding.NothingToLookAt("A person asked to send it now.");
        var due = FactTimes.DueAt(facts);
        if (facts.Now >= due)
            return Finding.Fine($"It has been due since {FactTimes.Text(due, facts)}.");
        return Finding.Defer(due, FactTimes.HasMoved(facts) ? $"It moved: it is due at {FactTimes.Text(due, facts)}." : $"It is due at {FactTimes.Text(due, facts)}.");
    }

    private static Finding ActiveFrom(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        if (rule.ActiveFrom is not { } from)
            return Finding.NothingToLookAt("The rule has no start.");
        // A merchant who asks for the past (backfill, import, by hand) means it.
        if (facts.Interaction.Origin is not (InteractionOrigin.Event or InteractionOrigin.Reconcile))
            return Finding.NothingToLookAt("A person asked for the past.");
        return FactTimes.OccurredAt(facts) >= from
            ? Finding.Fine($"It happened after the rule started, on {FactTimes.Text(from, facts)}.")
            : Finding.Skip($"It happened before the send rule started, on {FactTimes.Text(from, facts)}.");
    }

    private static Finding Serves(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        if (rule.Trigger != facts.Interaction.Trigger)
            return Finding.Skip($"The send rule waits for {rule.Trigger} now, and this is {facts.Interaction.Trigger}.");
        if (rule.Store is { } store && store != facts.Interaction.Store)
            return Finding.Skip($"The send rule is for the store {store} now.");
        if (rule is { Store: null, Client: { } client } && facts.Connection is { } connection && connection.ClientDisplayId != client)
            return Finding.Skip("The send rule is for stores of another client at Customer Radar.");
        return Finding.Fine("The rule is for this store and trigger.");
    }

    private static Finding Age(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        if (facts.AgeAndCapConfirmed)
            return Finding.NothingToLookAt("A person confirmed its age.");
        return facts.Now - FactTimes.DueAt(facts) <= TimeSpan.FromDays(rule.MaximumAgeDays)
            ? Finding.Fine($"It has been due for not more than {Days(rule.MaximumAgeDays)}.")
            : Finding.Skip($"It has been due for more than {Days(rule.MaximumAgeDays)}.");
    }

    private static Finding Filters(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        if (rule.Filters.Count == 0)
            return Finding.NothingToLookAt("The rule has no filters.");
        if (facts.Subject is not { } subject)
            return NoSubject;
        return rule.Filters.Select(filter => filter.Objection(subject.Fields)).FirstOrDefault(objection => objection is not null) is { } found
            ? Finding.Skip(found)
            : Finding.Fine("Every filter is met.");
    }

    private static Finding Consent(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        if (rule.Consent is not { } consent)
            return Finding.NothingToLookAt("The rule asks for no consent.");
        if (facts.Subject is not { } subject)
            return NoSubject;
        return consent.IsGivenIn(subject.Fields)
            ? Finding.Fine($"{consent.Field} says yes.")
            : Finding.Skip($"No consent: {consent.Field} has none of the values that mean yes.");
    }

    private static Finding Platform(EligibilityFacts facts) => facts.Subject switch
    {
        null => NoSubject,
        { Objection: { } objection } => Finding.Skip(objection),
        _ => Finding.NothingToLookAt("Nobody else objects."),
    };

    private static Finding Sample(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        var percent = rule.SamplePercent.ToString(CultureInfo.InvariantCulture);
        if (rule.SamplePercent >= 100)
            return Finding.NothingToLookAt("The rule invites everybody.");
        return Sampling.Includes(facts.SampleKey.Span, facts.RuleKey, facts.Interaction.Store, facts.Interaction.Subject, rule.SamplePercent)
            ? Finding.Fine($"It is in the sample of {percent} %.")
            : Finding.Skip($"It is not in the sample of {percent} %.");
    }

    private static Finding Window(EligibilityFacts facts)
    {
        if (facts.Rule is not { } rule)
            return NoRule;
        if (rule.Window is not { } window)
            return Finding.NothingToLookAt("The rule sends at any time.");
        if (facts.SendNow)
            return Finding.NothingToLookAt("A person asked to send it now.");
        if (facts.Connection is not { } connection)
            return NoConnection;
        return window.IsOpen(facts.Now, connection.TimeZone)
            ? Finding.Fine("The send window is open.")
            : Wait(window.NextOpening(facts.Now, connection.TimeZone));

        Finding Wait(DateTimeOffset opening) => Finding.Defer(opening, $"The send window opens at {FactTimes.Text(opening, facts)}.");
    }

    private static string Days(int days) => days == 1 ? "one day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
}
