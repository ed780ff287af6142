using System.Globalization;
using System.Security.Cryptography;
using CustomerRadar.TestRun.Processes;
using CustomerRadar.TestRun.Runs;

namespace CustomerRadar.TestRun.Servers;

/// <summary>PostgreSQL by initdb and pg_ctl.</summary>
public sealed class PostgreSqlServer : IDatabaseServer
{
    private const string User = "customerradar";
    private const int Attempts = 3;

    private static readonly string[] UsualFolders =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin"),
    ];

    // pg_ctl and the server take their messages' language and the cluster's locale from here.
    private static readonly Dictionary<string, string> PlainLocale = new() { ["LC_ALL"] = "C", ["LANGUAGE"] = "C" };

    public string Product => "PostgreSQL";

    public string Variable => "CUSTOMERRADAR_TEST_POSTGRES";

    public string Package => "postgresql";

    public string? FindPrograms() =>
        UsualFolders.SelectMany(Executables.Folders)
            .Prepend(Path.GetDirectoryName(Executables.InPath("pg_ctl")) ?? "")
            .FirstOrDefault(folder => Executables.In(folder, "initdb") is not null && Executables.In(folder, "pg_ctl") is not null);

    public async Task<string> StartAsync(string programs, RunFolder run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var account = Account.ForServer("postgres", "_postgres");
        var folder = await run.CreateFolderAsync("postgresql", account, cancellationToken);
        var data = Path.Combine(folder, "data");
        var log = Path.Combine(folder, "log");
        var password = await CreateAsync();
        for (var attempt = 1; ; attempt++)
        {
            var port = LoopbackPort.Free();
            await File.WriteAllTextAsync(Path.Combine(data, "postgresql.auto.conf"), Settings(port), cancellationToken);
            var result = await RunAsync("pg_ctl", "start", "-w", "-t", "60", "-D", data, "-l", log);
            if (result.ExitCode == 0)
            {
                run.Add(ProcessIdentity.Of(int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), CultureInfo.InvariantCulture)));
                return $"Host=127.0.0.1;Port={port};Username={User};Password={password};Database=postgres";
            }

            if (attempt == Attempts)
                throw new ServerUnavailableException($"PostgreSQL of {programs} does not start: {Last([.. result.Output, .. File.Exists(log) ? File.ReadLines(log) : []])}");
        }

        async Task<string> CreateAsync()
        {
            var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var file = Path.Combine(folder, "password");
            await File.WriteAllTextAsync(file, secret, cancellationToken);
            await account.TakeAsync(folder, cancellationToken);
            var result = await RunAsync(
                "initdb", "-D", data, "-U", User, "--pwfile", file, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync");
            return result.ExitCode == 0
                ? secret
                : throw new ServerUnavailableException($"initdb of {programs} fails: {Last(result.Output)}");
        }

        Task<CommandResult> RunAsync(string program, params string[] arguments) =>
            account.Wrap(new Command(Executables.In(programs, program)!, arguments) { WorkingDirectory = folder, Environment = PlainLocale })
                .RunAsync(cancellationToken);
    }

    /// <summary>Fast, since the data need not outlive the run; on loopback only; enough connections for several processes under test.</summary>
    private static string Settings(int port) =>
        $"""
        port = {port}
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 200
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        timezone = 'UTC'
        """;

    private static string Last(IEnumerable<string> lines) => string.Join('\n', lines.TakeLast(20));
}
