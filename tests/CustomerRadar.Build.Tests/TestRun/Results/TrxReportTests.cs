using System.Xml.Linq;
using CustomerRadar.TestRun.Results;

namespace CustomerRadar.Build.Tests.TestRun.Results;

public sealed class TrxReportTests
{
    // As the test platform 18 and the NUnit adapter 6 write it, shortened.
    private const string Report = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testId="1" testName="Passes" outcome="Passed" />
            <UnitTestResult testId="2" testName="Case(&quot;a(b&quot;)" outcome="Failed">
              <Output><ErrorInfo><Message>  Expected: "q"
        </Message><StackTrace>   at Some.Probe.Case(String x)
        </StackTrace></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testId="3" testName="Ignored" outcome="NotExecuted">
              <Output><ErrorInfo><Message>OneTimeSetUp: no server</Message></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testId="4" testName="Odd" outcome="Timeout" />
          </Results>
          <TestDefinitions>
            <UnitTest id="1"><TestMethod className="Some.Probe" name="Passes" /></UnitTest>
            <UnitTest id="2"><TestMethod className="Some.Probe" name="Case" /></UnitTest>
            <UnitTest id="3"><TestMethod className="Some.Probe" name="Ignored" /></UnitTest>
          </TestDefinitions>
          <ResultSummary outcome="Failed">
            <RunInfos>
              <RunInfo outcome="Error"><Text>TearDown failed for test fixture Some.Probe</Text></RunInfo>
              <RunInfo outcome="Warning"><Text>Sequence file will not be generated.</Text></RunInfo>
            </RunInfos>
          </ResultSummary>
        </TestRun>
        """;

    [Test]
    public void Read_EveryOutcome_IsCountedWithNameAndMessage()
    {
        var report = TrxReport.Read(XDocument.Parse(Report));

        Assert.That(report.Passed, Is.EqualTo(1));
        Assert.That(report.Failed, Is.EqualTo(new[]
        {
            new TestNote("Odd", ""),
            new TestNote("Some.Probe.Case(\"a(b\")", "Expected: \"q\"\n   at Some.Probe.Case(String x)"),
        }));
        Assert.That(report.Skipped, Is.EqualTo(new[] { new TestNote("Some.Probe.Ignored", "OneTimeSetUp: no server") }));
        Assert.That(report.Errors, Is.EqualTo(new[] { "TearDown failed for test fixture Some.Probe" }));
    }

    [Test]
    public void Read_CutShortOrMissing_IsNoReport()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Report[..400]);
            Assert.That(TrxReport.Read(file), Is.Null);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.That(TrxReport.Read(file), Is.Null);
    }
}
