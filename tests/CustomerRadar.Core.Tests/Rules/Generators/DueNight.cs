namespace CustomerRadar.Core.Tests.Rules.Generators;

/// <summary>A case on a night on which the clocks jump.</summary>
public sealed record DueNight(DueCase Case)
{
    public override string ToString() => Case.ToString();
}
