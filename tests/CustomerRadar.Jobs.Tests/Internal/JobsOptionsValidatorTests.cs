using CustomerRadar.Jobs.Internal;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class JobsOptionsValidatorTests
{
    private static readonly (Action<JobsOptions> Change, string Says)[] Wrong =
    [
        (options => options.Storage = (JobStorageKind)7, "Storage of the jobs is 7"),
        (options => options.Storage = JobStorageKind.PostgreSql, "ConnectionString of the jobs is empty; PostgreSql needs it"),
        (options => options.SchemaName = "", "SchemaName of the jobs is 1 to 50 letters"),
        (options => options.SchemaName = "x\"; drop table x; --", "SchemaName of the jobs is 1 to 50 letters"),
        (options => options.SchemaName = "jobs\n", "SchemaName of the jobs is 1 to 50 letters"),
        (options => options.SchemaName = "1jobs", "does not start with a digit"),
        (options => options.SchemaName = new string('a', 51), "SchemaName of the jobs is 1 to 50 letters"),
        (options => options.Workers = 0, "Workers is 0; it is 1 to 64"),
        (options => options.Workers = 65, "Workers is 65; it is 1 to 64"),
        (options => options.DispatchInterval = TimeSpan.FromSeconds(7), "DispatchInterval is 00:00:07"),
        (options => options.PollInterval = TimeSpan.FromMilliseconds(50), "PollInterval is 00:00:00.0500000; it is 100 ms to 1 min"),
        (options => options.PollInterval = TimeSpan.FromMinutes(2), "PollInterval is 00:02:00; it is 100 ms to 1 min"),
        (options => options.DispatchInterval = TimeSpan.FromSeconds(10), "it is no longer than DispatchInterval, which is 00:00:10"),
        (options => options.ServerName = "", "ServerName is 1 to 50 characters"),
        (options => options.ServerName = new string('a', 51), "ServerName is 1 to 50 characters"),
        (options => options.StopPatience = TimeSpan.Zero, "StopPatience is 00:00:00; it is 1 s to 5 min"),
    ];

    private static IEnumerable<TestCaseData> WrongOnes =>
        Wrong.Select(one => new TestCaseData(one.Change, one.Says).SetArgDisplayNames(one.Says));

    [TestCaseSource(nameof(WrongOnes))]
    public void Validate_WrongValue_SaysWhichAndWhatItMayBe(Action<JobsOptions> change, string says)
    {
        var options = new JobsOptions();
        change(options);

        var result = new JobsOptionsValidator().Validate(null, options);

        Assert.That(result.Failures, Has.Exactly(1).Contains(says));
    }

    [Test]
    public void Validate_Defaults_AreRight() =>
        Assert.That(new JobsOptionsValidator().Validate(null, new JobsOptions()).Succeeded, Is.True);

    [Test]
    public void Validate_ConnectionString_IsNeverRepeated()
    {
        var options = new JobsOptions { Storage = JobStorageKind.SqlServer, ConnectionString = "Server=x;Password=secret", Workers = 0 };

        Assert.That(new JobsOptionsValidator().Validate(null, options).FailureMessage, Does.Not.Contain("secret"));
    }
}
