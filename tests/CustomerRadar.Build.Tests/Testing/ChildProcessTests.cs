using CustomerRadar.Testing;

namespace CustomerRadar.Build.Tests.Testing;

public sealed class ChildProcessTests
{
    private const string Program = "CustomerRadar.Build.Tests.dll";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task WaitForLine_BothStreams_FindsArgumentsAndEnvironment()
    {
        await using var child = Start("--one", "two words");

        var variable = await child.WaitForLineAsync(line => line.StartsWith("variable", StringComparison.Ordinal), Patience);
        await child.WaitForLineAsync(line => line == "ready", Patience);

        Assert.That(variable, Is.EqualTo("variable set"));
        Assert.That(child.Output, Does.Contain("arguments --one two words"));
    }

    [Test]
    public async Task WaitForLine_ProcessEnds_ThrowsWithItsOutput()
    {
        await using var child = Start("--end");

        Assert.That(
            async () => await child.WaitForLineAsync(line => line == "ready", Patience),
            Throws.InvalidOperationException.With.Message.Contains("arguments --end"));
        Assert.That(await child.WaitForExitAsync(Patience), Is.EqualTo(3));
    }

    [Test]
    public async Task WaitForLine_NoSuchLine_TimesOutWithItsOutput()
    {
        await using var child = Start();
        await child.WaitForLineAsync(line => line == "ready", Patience);

        Assert.That(
            async () => await child.WaitForLineAsync(line => line == "never", TimeSpan.FromMilliseconds(50)),
            Throws.InstanceOf<TimeoutException>().With.Message.Contains("ready"));
    }

    [Test]
    public async Task Kill_RunningProcess_IsGoneWithoutAWord()
    {
        await using var child = Start();
        await child.WaitForLineAsync(line => line == "ready", Patience);

        await child.KillAsync();

        Assert.That(child.HasExited, Is.True);
        Assert.That(child.Output, Does.Not.Contain("stopped"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no request to stop; StopAsync kills there.")]
    public async Task Stop_RunningProcess_LetsItFinish()
    {
        await using var child = Start();
        await child.WaitForLineAsync(line => line == "ready", Patience);

        var exitCode = await child.StopAsync(Patience);

        Assert.That(exitCode, Is.Zero);
        await child.WaitForLineAsync(line => line == "stopped", Patience);
    }

    [Test]
    public async Task Dispose_RunningProcess_EndsIt()
    {
        int id;
        await using (var child = Start())
        {
            id = child.Id;
            await child.WaitForLineAsync(line => line == "ready", Patience);
        }

        Assert.That(() => System.Diagnostics.Process.GetProcessById(id), Throws.ArgumentException);
    }

    [Test]
    public void StartDotnet_NoSuchAssembly_NamesThePath() =>
        Assert.That(
            () => ChildProcess.StartDotnet("missing.dll", []),
            Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("missing.dll"));

    private static ChildProcess Start(params string[] arguments) =>
        ChildProcess.StartDotnet(Program, arguments, new Dictionary<string, string?> { ["CHILD_VARIABLE"] = "set" });
}
