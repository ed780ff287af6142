using CustomerRadar.TestRun.Processes;

namespace CustomerRadar.TestRun.Servers;

/// <summary>Installs a server's programs on Debian and Ubuntu, without starting the server that the package would set up.</summary>
public static class AptPackages
{
    private const string ServiceStartPolicy = "/usr/sbin/policy-rc.d";
    private const string PostgreSqlClusterPolicy = "/etc/postgresql-common/createcluster.conf";

    public static bool CanInstall => Account.IsRoot && File.Exists("/etc/debian_version") && Executables.InPath("apt-get") is not null;

    /// <exception cref="ServerUnavailableException">apt-get fails; the message has its last lines.</exception>
    public static async Task InstallAsync(string package, CancellationToken cancellationToken)
    {
        // One list of several that cannot be had need not matter; what does shows in the next step.
        await AptGetAsync("update");
        var policy = await ForbidServiceStartAsync(cancellationToken);
        try
        {
            await ForbidDefaultClusterAsync(cancellationToken);
            var result = await AptGetAsync("install", "-y", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", package);
            if (result.ExitCode != 0)
                throw new ServerUnavailableException($"apt-get install {package} fails: {string.Join('\n', result.Output.TakeLast(20))}");
        }
        finally
        {
            if (policy)
                File.Delete(ServiceStartPolicy);
        }

        Task<CommandResult> AptGetAsync(params string[] arguments) =>
            new Command("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=300", .. arguments])
            {
                Environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive", ["LC_ALL"] = "C" },
            }.RunAsync(cancellationToken);
    }

    private static async Task<bool> ForbidServiceStartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || File.Exists(ServiceStartPolicy))
            return false;
        await File.WriteAllTextAsync(ServiceStartPolicy, "#!/bin/sh\nexit 101\n", cancellationToken);
        File.SetUnixFileMode(
            ServiceStartPolicy,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        return true;
    }

    private static async Task ForbidDefaultClusterAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(PostgreSqlClusterPolicy))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(PostgreSqlClusterPolicy)!);
        await File.WriteAllTextAsync(PostgreSqlClusterPolicy, "create_main_cluster = false\n", cancellationToken);
    }
}
