using CustomerRadar.TestRun.Runs;

namespace CustomerRadar.TestRun.Servers;

/// <summary>Gets each server from the best source there is and hands its connection string to the tests by environment.</summary>
/// <param name="run">Where throwaway clusters live.</param>
/// <param name="strict">Whether a server that cannot be had fails the run.</param>
/// <param name="say">Tells the caller.</param>
public sealed class Provisioning(RunFolder run, bool strict, Action<string> say)
{
    private const string StrictVariable = "CUSTOMERRADAR_TEST_STRICT";

    private readonly Dictionary<string, string> _environment = strict ? new() { [StrictVariable] = "1" } : [];

    /// <summary>What the tests need to know, by variable.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment;

    /// <summary>Whether no server's tests may be skipped: in CI, and where root can install what is missing.</summary>
    public static bool IsStrict(string? ciVariable, bool canInstall) =>
        canInstall || string.Equals(ciVariable, "true", StringComparison.OrdinalIgnoreCase);

    public static ServerSource Choose(string? given, string? programs, bool canInstall) =>
        !string.IsNullOrWhiteSpace(given) ? ServerSource.Given
        : programs is not null ? ServerSource.Local
        : canInstall ? ServerSource.Install
        : ServerSource.None;

    /// <exception cref="ServerUnavailableException">It cannot be had, and may not be skipped.</exception>
    public async Task ProvideAsync(IDatabaseServer server, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        try
        {
            await FromBestSourceAsync(server, cancellationToken);
        }
        catch (ServerUnavailableException problem) when (!strict)
        {
            say($"{server.Product}: none, its tests are skipped. {problem.Message}");
        }
    }

    /// <summary>Finds or installs the library that shows a program another wall clock; there is one on Linux only.</summary>
    /// <exception cref="ServerUnavailableException">It cannot be had, and may not be skipped.</exception>
    public async Task ProvideFakeTimeAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !string.IsNullOrWhiteSpace(System.Environment.GetEnvironmentVariable(FakeTimeLibrary.Variable)))
            return;
        var library = FakeTimeLibrary.Find();
        if (library is null && AptPackages.CanInstall)
        {
            say($"libfaketime: installing the package {FakeTimeLibrary.Package}");
            await AptPackages.InstallAsync(FakeTimeLibrary.Package, cancellationToken);
            library = FakeTimeLibrary.Find();
        }

        if (library is not null)
            _environment[FakeTimeLibrary.Variable] = library;
        else if (strict)
            throw new ServerUnavailableException($"No libfaketime: install it, or set {FakeTimeLibrary.Variable} to the path of libfaketimeMT.so.1.");
        else
            say("libfaketime: none, the tests of a wrong clock are skipped");
    }

    private async Task FromBestSourceAsync(IDatabaseServer server, CancellationToken cancellationToken)
    {
        var programs = server.FindPrograms();
        switch (Choose(System.Environment.GetEnvironmentVariable(server.Variable), programs, AptPackages.CanInstall))
        {
            case ServerSource.Given:
                say($"{server.Product}: the server that {server.Variable} names");
                return;
            case ServerSource.None:
                throw new ServerUnavailableException(Advice(server));
            case ServerSource.Install:
                say($"{server.Product}: installing the package {server.Package}");
                await AptPackages.InstallAsync(server.Package, cancellationToken);
                programs = server.FindPrograms()
                    ?? throw new ServerUnavailableException($"The package {server.Package} is installed, but its programs are not found. {Advice(server)}");
                break;
        }

        _environment[server.Variable] = await server.StartAsync(programs!, run, cancellationToken);
        say($"{server.Product}: a throwaway cluster by the programs of {programs}");
    }

    private static string Advice(IDatabaseServer server) =>
        $"No {server.Product} server: set {server.Variable} to a connection string whose user may create databases, or install {server.Product}'s "
        + "server programs (they are looked for in PATH and the usual folders); as root on Debian or Ubuntu they are installed for you.";
}
