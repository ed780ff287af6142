namespace CustomerRadar.Sandbox.Tests;

/// <summary>A fresh sandbox on a free port for each test, and a client of it.</summary>
public abstract class SandboxFixture
{
    internal SandboxApp Sandbox { get; private set; } = null!;

    internal WireClient Wire { get; private set; } = null!;

    protected virtual SandboxOptions Options { get; } = new();

    [SetUp]
    public async Task StartAsync()
    {
        Sandbox = await SandboxApp.StartAsync(Options);
        Wire = new WireClient(Sandbox.Address);
    }

    [TearDown]
    public async Task StopAsync()
    {
        Wire.Dispose();
        await Sandbox.DisposeAsync();
    }
}
