using CustomerRadar.Sandbox.Hosting.Internal;

namespace CustomerRadar.Sandbox.Tests.Hosting;

public sealed class SandboxCommandTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [TearDown]
    public void Close()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Test]
    public async Task Run_PortZero_PrintsOneLineWithTheRealPortAndEndsWithZero()
    {
        using var end = new CancellationTokenSource();
        var lines = new FirstLine();
        var run = SandboxCommand.RunAsync(["--urls", "http://127.0.0.1:0"], lines, _error, end.Token);
        var line = await lines.Written;
        using var http = new HttpClient();
        var page = await http.GetStringAsync(line["Sandbox listening on ".Length..]);
        await end.CancelAsync();

        Assert.That(line, Does.Match("^Sandbox listening on http://127\\.0\\.0\\.1:[1-9][0-9]*$"));
        Assert.That(page, Does.Contain("Customer Radar sandbox"));
        Assert.That(await run, Is.Zero);
        Assert.That(_error.ToString(), Is.Empty);
    }

    [Test]
    public async Task Run_PortInUse_SaysWhichAndHowToChangeItInOneLine()
    {
        await using var other = await SandboxApp.StartAsync();
        var exitCode = await SandboxCommand.RunAsync(["--urls", other.Address.ToString()], _output, _error);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(_error.ToString().TrimEnd(), Does.Contain($"Port {other.Address.Port} ").And.Contain("--urls").And.Not.Contain("\n"));
        Assert.That(_output.ToString(), Is.Empty);
    }

    [TestCase("http://0.0.0.0:5600")]
    [TestCase("http://*:5600")]
    [TestCase("http://+:5600")]
    [TestCase("http://[::]:5600")]
    [TestCase("http://192.168.1.10:5600")]
    [TestCase("http://example.com:5600")]
    public async Task Run_AddressBeyondLoopback_IsRefused(string url)
    {
        var exitCode = await SandboxCommand.RunAsync(["--urls", url], _output, _error);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(_error.ToString(), Does.StartWith("The sandbox is a test tool and listens on loopback only"));
    }

    [TestCase("--urls", "https://127.0.0.1:5600", "must be http://HOST:PORT")]
    [TestCase("--urls", "http://127.0.0.1:5600/path", "must be http://HOST:PORT")]
    [TestCase("--urls", "5600", "--urls takes one address")]
    [TestCase("--urls", "http://127.0.0.1:5600;http://127.0.0.1:5601", "--urls takes one address")]
    [TestCase("--token-lifetime-minutes", "0", "more than 0 minutes")]
    [TestCase("--token-lifetime-minutes", "soon", "--token-lifetime-minutes takes minutes")]
    [TestCase("--keep-invitations", "0", "At least 1 invitation")]
    [TestCase("--keep-invitations", "-1", "--keep-invitations takes a whole number")]
    [TestCase("--refused-login-status", "503", "from 200 to 499")]
    [TestCase("--password", "", "must not be empty")]
    [TestCase("--directory", "no-such-file.json", "The directory no-such-file.json cannot be opened")]
    [TestCase("--colour", "red", "The option --colour is unknown.")]
    public async Task Run_BadOption_NamesItAndPointsToHelp(string option, string value, string problem)
    {
        var exitCode = await SandboxCommand.RunAsync([option, value], _output, _error);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(_error.ToString().TrimEnd(), Does.Contain(problem).And.EndsWith("See --help.").And.Not.Contain("\n"));
    }

    [Test]
    public async Task Run_OptionWithoutValue_SaysSo()
    {
        Assert.That(await SandboxCommand.RunAsync(["--urls"], _output, _error), Is.EqualTo(1));
        Assert.That(_error.ToString(), Does.StartWith("--urls needs a value."));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    public async Task Run_Help_PrintsEveryOption(string option)
    {
        Assert.That(await SandboxCommand.RunAsync([option], _output, _error), Is.Zero);
        var usage = _output.ToString();
        foreach (var text in new[] { "--urls", "--token-lifetime-minutes", "--directory", "--keep-invitations", "http://127.0.0.1:5600" })
            Assert.That(usage, Does.Contain(text));
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Written => _written.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public override Task WriteLineAsync(string? value)
        {
            _written.TrySetResult(value ?? "");
            return Task.CompletedTask;
        }
    }
}
