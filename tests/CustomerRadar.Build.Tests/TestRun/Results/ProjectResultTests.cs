using CustomerRadar.TestRun.Results;

namespace CustomerRadar.Build.Tests.TestRun.Results;

public sealed class ProjectResultTests
{
    private static readonly TestNote Failure = new("Some.Test", "broke");

    [Test]
    public void From_FailedTests_CountsThemOnce()
    {
        var result = ProjectResult.From("P", 1, Report([Failure], "Setup failed for test fixture Some"), []);

        Assert.That(result.Failed, Is.EqualTo(new[] { Failure }));
        Assert.That(result.Passed, Is.EqualTo(2));
    }

    [Test]
    public void From_Crash_IsOneMoreFailureThatNamesTheRunningTest()
    {
        string[] output = ["Starting", "The test running when the crash occurred: ", "Some.Culprit", "", "Attachments:"];

        var result = ProjectResult.From("P", 1, Report([Failure], "The active test run was aborted. Reason: Test host process crashed"), output);

        Assert.That(result.Failed, Has.Count.EqualTo(2));
        Assert.That(result.Failed[1].Name, Is.EqualTo("P"));
        Assert.That(result.Failed[1].Message, Does.Contain("Some.Culprit").And.Contain("Test host process crashed").And.Not.Contain("Attachments"));
    }

    [Test]
    public void From_FixtureEndBroke_IsAFailureBesideFailedTests() =>
        Assert.That(ProjectResult.From("P", 1, Report([Failure], "TearDown failed for test fixture Some"), []).Failed, Has.Count.EqualTo(2));

    [Test]
    public void From_BadExitCodeWithoutFailedTest_IsAFailure() =>
        Assert.That(ProjectResult.From("P", 1, Report([]), []).Failed.Single().Message, Does.Contain("exit code 1"));

    [Test]
    public void From_NoReport_IsAFailureWithTheOutput() =>
        Assert.That(ProjectResult.From("P", 0, null, ["could not load"]).Failed.Single().Message, Does.Contain("could not load"));

    [Test]
    public void From_NoTests_IsNothing()
    {
        var result = ProjectResult.From("P", 0, new TrxReport(0, [], [], []), []);

        Assert.That((result.Passed, result.Failed.Count, result.Skipped.Count), Is.EqualTo((0, 0, 0)));
    }

    private static TrxReport Report(TestNote[] failed, params string[] errors) => new(2, failed, [], errors);
}
