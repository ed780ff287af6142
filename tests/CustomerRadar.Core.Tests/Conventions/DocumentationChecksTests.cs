using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Tests.Conventions;

/// <summary>The checks themselves: that they see what is missing.</summary>
public sealed class DocumentationChecksTests
{
    // What stands on ApiOptions.InFlight -> the fault
    [TestCase("So many at once, 1 to 64. Default 4.", null)]
    [TestCase("So many at once, 1 to 64.", "says no default")]
    [TestCase("So many at once, 1 to 64. Default 5.", "says the default is 5; it is 4")]
    [TestCase("So many at once, 1 to 64. The default is modest.", "says the default is nothing; it is 4")]
    [TestCase("So many at once. Default 4.", "says no limits")]
    [TestCase(null, "says no default")]
    public void OptionFaults_OfANumber_AreSeen(string? summary, string? fault) => Assert.That(
        OptionFaults.Of(typeof(ApiOptions), Docs("P:CustomerRadar.Core.Api.ApiOptions.InFlight", summary)).FirstOrDefault(said => said.StartsWith("ApiOptions.InFlight", StringComparison.Ordinal)),
        Is.EqualTo(fault is null ? null : $"ApiOptions.InFlight {fault}"));

    [TestCase("1 s to 60 s. Default 5 s.", null)]
    [TestCase("1 s to 60 s. Default 5 min.", "says the default is 300; it is 5")]
    [TestCase("Short. Default 5 s.", "says no limits with their unit")]
    public void OptionFaults_OfATime_AreSeen(string summary, string? fault) => Assert.That(
        OptionFaults.Of(typeof(ApiOptions), Docs("P:CustomerRadar.Core.Api.ApiOptions.ConnectTimeout", summary)).FirstOrDefault(said => said.StartsWith("ApiOptions.ConnectTimeout", StringComparison.Ordinal)),
        Is.EqualTo(fault is null ? null : $"ApiOptions.ConnectTimeout {fault}"));

    [TestCase("The proxy; null (default) for none.", null)]
    [TestCase("The proxy. Default the system's.", "does not say that null is the default")]
    public void OptionFaults_OfNull_AreSeen(string summary, string? fault) => Assert.That(
        OptionFaults.Of(typeof(ApiOptions), Docs("P:CustomerRadar.Core.Api.ApiOptions.Proxy", summary)).FirstOrDefault(said => said.StartsWith("ApiOptions.Proxy", StringComparison.Ordinal)),
        Is.EqualTo(fault is null ? null : $"ApiOptions.Proxy {fault}"));

    [TestCase(nameof(Example.Guarded), typeof(ArgumentException))]
    [TestCase(nameof(Example.InAnAsyncPart), typeof(ArgumentNullException))]
    [TestCase(nameof(Example.InAnIterator), typeof(FormatException))]
    [TestCase(nameof(Example.InALambda), typeof(FormatException))]
    [TestCase(nameof(Example.ByAPrivateMethod), typeof(ArgumentOutOfRangeException))]
    [TestCase(nameof(Example.MadeElsewhere), typeof(FormatException))]
    [TestCase(nameof(Example.Nothing), null)]
    public void ThrownExceptions_WhereverTheyAreMade_AreSeen(string method, Type? exception) =>
        Assert.That(ThrownExceptions.Of(typeof(Example).GetMethod(method)!), Is.EqualTo(exception is null ? Type.EmptyTypes : [exception]));

    [TestCase("BaseAddress", "Parse", "M:CustomerRadar.Core.Api.BaseAddress.Parse(System.String)")]
    [TestCase("BaseAddress", "TryParse", "M:CustomerRadar.Core.Api.BaseAddress.TryParse(System.String,CustomerRadar.Core.Api.BaseAddress@,System.String@)")]
    [TestCase("BaseAddress", "Default", "P:CustomerRadar.Core.Api.BaseAddress.Default")]
    [TestCase("InvitationEntry", "Metadata", "P:CustomerRadar.Core.Api.InvitationEntry.Metadata")]
    [TestCase("CallVerdict", "Accepted", "F:CustomerRadar.Core.Api.CallVerdict.Accepted")]
    [TestCase("CallResult+Answered", "Code", "P:CustomerRadar.Core.Api.CallResult.Answered.Code")]
    public void DocumentationId_OfAMember_IsTheCompilers(string type, string member, string id)
    {
        var found = typeof(BaseAddress).Assembly.GetType($"CustomerRadar.Core.Api.{type}")!.GetMember(member).Single();
        Assert.That(DocumentationId.Of(found), Is.EqualTo(id));
        Assert.That(Documentation.Of(typeof(BaseAddress).Assembly).Summary(found), Is.Not.Null, "the compiler wrote it under this name");
    }

    [Test]
    public void PublicApi_OfARecord_LeavesOutWhatTheCompilerWrites()
    {
        Assert.That(PublicApi.MembersOf(typeof(CallOutcome)).Select(member => member.Name), Does.Contain("Of").And.Contain("Advice").And.Not.Contain("Equals").And.Not.Contain("Verdict"));
        Assert.That(PublicApi.PositionalOf(typeof(CallOutcome)), Is.EqualTo(new[] { "Verdict", "Message" }));
    }

    private static Documentation Docs(string member, string? summary) =>
        Documentation.Parse(summary is null ? "<doc/>" : $"""<doc><member name="{member}"><summary>{summary}</summary></member></doc>""");

    private static class Maker
    {
        public static FormatException Exception() => new("made elsewhere");
    }

    private static class Example
    {
        public static void Guarded(string text) => ArgumentException.ThrowIfNullOrEmpty(text);

        public static async Task InAnAsyncPart(string? text)
        {
            await Task.Yield();
            ArgumentNullException.ThrowIfNull(text);
        }

        public static IEnumerable<int> InAnIterator()
        {
            yield return 1;
            throw new FormatException();
        }

        public static Func<int> InALambda(int number) => () => number > 0 ? number : throw new FormatException();

        public static void ByAPrivateMethod(int number) => Check(number);

        public static void MadeElsewhere() => throw Maker.Exception();

        public static int Nothing(int number) => number + 1;

        private static void Check(int number)
        {
            if (number % 2 != 0)
                throw new ArgumentOutOfRangeException(nameof(number));
        }
    }
}
