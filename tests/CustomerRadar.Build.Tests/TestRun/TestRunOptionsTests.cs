using CustomerRadar.TestRun;

namespace CustomerRadar.Build.Tests.TestRun;

public sealed class TestRunOptionsTests
{
    [Test]
    public void Parse_Nothing_BuildsReleaseAndRunsAll() =>
        Assert.That(TestRunOptions.Parse([]), Is.EqualTo(new TestRunOptions { Configuration = "Release", Build = true }));

    [Test]
    public void Parse_EveryOption_IsUnderstoodInBothForms()
    {
        var expected = new TestRunOptions { Filter = "Name=A", Project = "Core", Configuration = "Debug", Build = false, ShowHelp = true };

        Assert.That(
            TestRunOptions.Parse(["--filter", "Name=A", "--project", "Core", "--configuration", "Debug", "--no-build", "--help"]), Is.EqualTo(expected));
        Assert.That(TestRunOptions.Parse(["--filter=Name=A", "--project=Core", "-c", "Debug", "--no-build", "-h"]), Is.EqualTo(expected));
    }

    [TestCase("--filters")]
    [TestCase("Core")]
    [TestCase("--no-build=false")]
    public void Parse_Unknown_NamesItAndWhatThereIs(string argument) =>
        Assert.That(
            () => TestRunOptions.Parse([argument]),
            Throws.InstanceOf<FormatException>().With.Message.Contains(argument).And.Message.Contains("--project"));

    [TestCase("--filter")]
    [TestCase("--filter=")]
    public void Parse_NoValue_Throws(string argument) =>
        Assert.That(() => TestRunOptions.Parse([argument]), Throws.InstanceOf<FormatException>().With.Message.EqualTo("--filter needs a value."));
}
