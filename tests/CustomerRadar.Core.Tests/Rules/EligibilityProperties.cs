using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Rules.Generators;
using FsCheck.NUnit;

namespace CustomerRadar.Core.Tests.Rules;

/// <summary>What holds for every judgement.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 1000)]
public sealed class EligibilityProperties
{
    [Property]
    public void Judge_EveryCheckInOrder_TheFirstThatDoesNotPassDecides(EligibilityFacts facts)
    {
        var judgement = Eligibility.Judge(facts);
        Assert.That(judgement.Checks.Select(check => check.Name), Is.EqualTo(CheckNames.All));
        Assert.That(Reason(judgement.Decision), Is.EqualTo(judgement.Checks.FirstOrDefault(check => check.Passed == false)?.Detail));
    }

    [Property]
    public void Judge_SameFacts_SameJudgement(EligibilityFacts facts)
    {
        var (first, second) = (Eligibility.Judge(facts), Eligibility.Judge(facts with { }));
        Assert.That(second.Decision, Is.EqualTo(first.Decision));
        Assert.That(second.Checks, Is.EqualTo(first.Checks));
    }

    [Property]
    public void Judge_SendNow_NeverSendsAgainstCancellationSuppressionOrConsent(EligibilityFacts facts)
    {
        var urged = facts with { SendNow = true, AgeAndCapConfirmed = true };
        if (Eligibility.Judge(urged).Decision is not Decision.Send)
            return;
        Assert.Multiple(() =>
        {
            Assert.That(urged.CancelRequested, Is.Null);
            Assert.That(urged.Suppression, Is.Null);
            Assert.That(urged.Subject!.Status, Is.EqualTo(SubjectStatus.Active));
            Assert.That(urged.Rule!.Consent?.IsGivenIn(urged.Subject.Fields), Is.Not.False);
        });
    }

    [Property]
    public void Judge_DeferredUntilAnInstant_IsInTheFuture(EligibilityFacts facts)
    {
        if (Eligibility.Judge(facts).Decision is Decision.Defer { Until: { } until })
            Assert.That(until, Is.GreaterThan(facts.Now));
    }

    [Property]
    public void Judge_WaitedForAWindow_IsNotHeldByItAgain(EligibilityFacts facts)
    {
        var judgement = Eligibility.Judge(facts);
        var held = judgement.Checks.FirstOrDefault(check => check.Name is CheckNames.Due or CheckNames.Window && check.Passed == false);
        if (held is null || judgement.Decision is not Decision.Defer { Until: { } until })
            return;
        var later = Eligibility.Judge(facts with { Now = until });
        Assert.That(later.Checks.Single(check => check.Name == held.Name).Passed, Is.Not.False);
    }

    [Property]
    public void Judge_ReasonsAndDetails_NeverTellAFieldsValue(EligibilityFacts facts)
    {
        const string Secret = "marker-3f9c";
        var fields = Core.Metadata.SubjectFields.From(Generated.FieldNames.Select(name => KeyValuePair.Create<string, string?>(name, Secret)));
        var judgement = Eligibility.Judge(facts with { Subject = facts.Subject is { } subject ? subject with { Fields = fields } : null });
        Assert.That(judgement.Checks.Select(check => check.Detail), Has.None.Contains(Secret));
    }

    private static string? Reason(Decision decision) => decision switch
    {
        Decision.Send => null,
        Decision.Skip skip => skip.Reason,
        Decision.Defer defer => defer.Reason,
        Decision.Cancel cancel => cancel.Reason,
        _ => throw new InvalidOperationException(),
    };
}
