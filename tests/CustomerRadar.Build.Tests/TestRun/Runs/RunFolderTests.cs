using CustomerRadar.Testing;
using CustomerRadar.TestRun.Processes;
using CustomerRadar.TestRun.Runs;

namespace CustomerRadar.Build.Tests.TestRun.Runs;

public sealed class RunFolderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private DirectoryInfo _root = null!;
    private RunRecords _records = null!;

    [SetUp]
    public void SetUp()
    {
        _root = Directory.CreateTempSubdirectory("customerradar-");
        _records = new RunRecords(_root.CreateSubdirectory("records").FullName);
    }

    [TearDown]
    public void TearDown() => _root.Delete(recursive: true);

    [Test]
    public async Task Create_OwnerIsGone_StopsItsServerAndDeletesItsFolder()
    {
        await using var server = ChildProcess.StartDotnet("CustomerRadar.Build.Tests.dll", []);
        await server.WaitForLineAsync(line => line == "ready", Patience);
        var left = _root.CreateSubdirectory("left").FullName;
        _records.Write("left", new RunRecord(LongGone(), left, [ProcessIdentity.Of(server.Id)]));

        await using var run = await RunFolder.CreateAsync(_records, _ => { });

        Assert.That(server.HasExited, Is.True);
        Assert.That(left, Does.Not.Exist);
        Assert.That(_records.Read().Select(record => record.Record.Folder), Is.EqualTo(new[] { run.Path }));
    }

    [Test]
    public async Task Create_OwnerStillRuns_LeavesItAlone()
    {
        await using var other = await RunFolder.CreateAsync(_records, _ => { });

        await using var run = await RunFolder.CreateAsync(_records, _ => { });

        Assert.That(other.Path, Does.Exist.And.Not.EqualTo(run.Path));
    }

    [Test]
    public async Task Create_IdOfTheServerWasGivenOutAgain_LeavesTheStrangerAlone()
    {
        await using var stranger = ChildProcess.StartDotnet("CustomerRadar.Build.Tests.dll", []);
        await stranger.WaitForLineAsync(line => line == "ready", Patience);
        var server = ProcessIdentity.Of(stranger.Id);
        _records.Write("left", new RunRecord(LongGone(), Path.Combine(_root.FullName, "none"), [server with { Started = server.Started.AddHours(-1) }]));

        await using var run = await RunFolder.CreateAsync(_records, _ => { });

        Assert.That(stranger.HasExited, Is.False);
    }

    [Test]
    public async Task Dispose_Always_LeavesNothing()
    {
        var run = await RunFolder.CreateAsync(_records, _ => { });
        await File.WriteAllTextAsync(Path.Combine(run.Path, "report.trx"), "");

        await run.DisposeAsync();

        Assert.That(run.Path, Does.Not.Exist);
        Assert.That(_records.Read(), Is.Empty);
    }

    private static ProcessIdentity LongGone() => ProcessIdentity.Current with { Started = DateTimeOffset.UnixEpoch };
}
