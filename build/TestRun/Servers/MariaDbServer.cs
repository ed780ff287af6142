using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CustomerRadar.TestRun.Processes;
using CustomerRadar.TestRun.Runs;

namespace CustomerRadar.TestRun.Servers;

/// <summary>MariaDB by mariadb-install-db and mariadbd.</summary>
public sealed class MariaDbServer : IDatabaseServer
{
    private const string User = "customerradar";
    private const int Attempts = 3;

    // It says what went wrong first and gives twenty lines of advice after it.
    private const int InstallerLines = 80;

    // The kernel's own queues are few for all servers of a machine; a small one needs none.
    private const string NoNativeIo = "--innodb-use-native-aio=0";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private static readonly string[] UsualFolders =
    [
        "/usr/sbin",
        "/usr/libexec",
        "/opt/homebrew/opt/mariadb*/bin",
        "/usr/local/opt/mariadb*/bin",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "MariaDB *", "bin"),
    ];

    public string Product => "MariaDB";

    public string Variable => "CUSTOMERRADAR_TEST_MYSQL";

    public string Package => "mariadb-server";

    public string? FindPrograms() =>
        UsualFolders.SelectMany(Executables.Folders)
            .Prepend(Path.GetDirectoryName(Executables.InPath("mariadbd")) ?? "")
            .FirstOrDefault(folder => Executables.In(folder, "mariadbd") is not null && Installer(folder) is not null);

    public async Task<string> StartAsync(string programs, RunFolder run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var account = Account.ForServer("mysql", "_mysql");
        var folder = await run.CreateFolderAsync("mariadb", account, cancellationToken);
        var data = Path.Combine(folder, "data");
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        // Of its own: a server that starts deletes the temporary tables that it finds, those of a server beside it too.
        var temporary = Path.Combine(folder, "tmp");
        Directory.CreateDirectory(temporary);
        var users = Path.Combine(folder, "users.sql");
        await File.WriteAllTextAsync(
            users,
            $"CREATE USER IF NOT EXISTS {User}@'127.0.0.1' IDENTIFIED BY '{password}';\nGRANT ALL ON *.* TO {User}@'127.0.0.1' WITH GRANT OPTION;\n",
            cancellationToken);
        await account.TakeAsync(folder, cancellationToken);

        // Root comes in by the socket of its own account alone; Windows knows no such log-in and gets a password.
        string[] root = OperatingSystem.IsWindows()
            ? [$"--password={password}"]
            : ["--no-defaults", "--auth-root-authentication-method=socket", "--skip-test-db", $"--tmpdir={temporary}", NoNativeIo];
        var installed = await account.Wrap(Command(Installer(programs)!, [.. root, $"--datadir={data}"])).RunAsync(cancellationToken);
        if (installed.ExitCode != 0)
            throw new ServerUnavailableException($"mariadb-install-db beside {programs} fails: {Last(installed.Output, InstallerLines)}");

        for (var attempt = 1; ; attempt++)
        {
            var port = LoopbackPort.Free();
            if (await TryStartAsync(port))
                return $"Server=127.0.0.1;Port={port};User ID={User};Password={password}";
            if (attempt == Attempts)
                throw new ServerUnavailableException($"MariaDB of {programs} does not start: {Last(Log())}");
        }

        async Task<bool> TryStartAsync(int port)
        {
            var pidFile = Path.Combine(folder, $"{port}.pid");
            // Fast, since the data need not outlive the run; on loopback only; enough connections for several processes under test.
            using var process = account.Wrap(Command(Executables.In(programs, "mariadbd")!,
            [
                "--no-defaults", $"--datadir={data}", $"--tmpdir={temporary}", $"--pid-file={pidFile}", $"--log-error={LogFile()}", $"--init-file={users}",
                $"--port={port}", "--bind-address=127.0.0.1", "--skip-name-resolve", $"--socket={Path.Combine(folder, "socket")}",
                "--max-connections=200", "--character-set-server=utf8mb4", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", NoNativeIo,
            ])).Start();
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            run.Add(new ProcessIdentity(process.Id, process.StartTime));
            var clock = Stopwatch.StartNew();
            while (!process.HasExited && clock.Elapsed < StartTime)
            {
                await Task.Delay(Poll, cancellationToken);
                if (!Log().Any(line => line.Contains("ready for connections", StringComparison.Ordinal)))
                    continue;
                // Under another account the process is the one that runs the server, not the server.
                run.Add(ProcessIdentity.Of(int.Parse(await File.ReadAllTextAsync(pidFile, cancellationToken), CultureInfo.InvariantCulture)));
                return true;
            }

            return false;
        }

        Command Command(string program, IReadOnlyList<string> arguments) => new(program, arguments) { WorkingDirectory = folder };

        // Without a suffix the server would add one.
        string LogFile() => Path.Combine(folder, "log.err");

        IEnumerable<string> Log() => File.Exists(LogFile()) ? File.ReadLines(LogFile()) : [];
    }

    /// <summary>On Debian it stands in bin, the server in sbin.</summary>
    private static string? Installer(string folder) =>
        Executables.In(folder, "mariadb-install-db")
        ?? Executables.InPath("mariadb-install-db")
        ?? Executables.In(Path.Combine(folder, "..", "bin"), "mariadb-install-db");

    private static string Last(IEnumerable<string> lines, int count = 20) => string.Join('\n', lines.TakeLast(count));
}
