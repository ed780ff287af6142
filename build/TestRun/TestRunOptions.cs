namespace CustomerRadar.TestRun;

/// <summary>What the caller of build/test.cs asked for.</summary>
public sealed record TestRunOptions
{
    public const string Help = """
        dotnet run build/test.cs [-- OPTIONS]   provides the database servers, builds, runs every test, cleans up

          --filter EXPR           only tests that match, e.g. OutboxTests or "FullyQualifiedName~Lease&Name!~Slow"
          --project NAME          only test projects whose name contains NAME
          --configuration NAME    Release (default: what is packed is what is tested) or Debug
          --no-build              run what was built last
          --help                  this text

        The two dashes matter: without them `dotnet run` takes some of these options for its own.

        Servers: CUSTOMERRADAR_TEST_POSTGRES names one to use (a connection string whose user may create databases). Without it, local server
        programs run as a throwaway cluster on loopback; without those, root on Debian or Ubuntu gets them with apt-get; else the tests that need
        the server are skipped. With CI=true, or as root on Debian or Ubuntu, they are not skipped: the run fails instead.
        CUSTOMERRADAR_TEST_SQLSERVER names an SQL Server; without it its tests are always skipped.
        NOPCOMMERCE_DIR, _URL, _ADMIN and _PASSWORD name a running nopCommerce store for the tests that drive one (docs/store-tests.md).
        """;

    private static readonly string[] Names = ["--filter", "--project", "--configuration", "--no-build", "--help"];

    public string? Filter { get; init; }

    public string? Project { get; init; }

    public string Configuration { get; init; } = "Release";

    public bool Build { get; init; } = true;

    public bool ShowHelp { get; init; }

    /// <summary>Reads the arguments; <c>--name value</c> and <c>--name=value</c> are the same.</summary>
    /// <exception cref="FormatException">An argument is unknown or lacks its value; the message says what there is.</exception>
    public static TestRunOptions Parse(IEnumerable<string> arguments)
    {
        var options = new TestRunOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            var (name, given) = argument.Split('=', 2) is [var before, var after] ? (before, after) : (argument, null);
            options = name switch
            {
                "--filter" => options with { Filter = Value() },
                "--project" => options with { Project = Value() },
                "--configuration" or "-c" => options with { Configuration = Value() },
                "--no-build" when given is null => options with { Build = false },
                "--help" or "-h" when given is null => options with { ShowHelp = true },
                _ => throw new FormatException($"Unknown option {argument}. There are {string.Join(", ", Names)}."),
            };

            string Value() =>
                given is { Length: > 0 } || (given is null && rest.TryDequeue(out given) && given.Length > 0)
                    ? given
                    : throw new FormatException($"{name} needs a value.");
        }

        return options;
    }
}
