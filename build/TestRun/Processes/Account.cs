namespace CustomerRadar.TestRun.Processes;

/// <summary>Who a server runs as: whoever runs the tests, but not root, which database servers refuse.</summary>
public sealed class Account
{
    private readonly string? _user;

    private Account(string? user) => _user = user;

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The caller; for root the first of <paramref name="users"/> that the system knows, else nobody.</summary>
    public static Account ForServer(params IEnumerable<string> users)
    {
        if (!IsRoot)
            return new Account(null);
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return new Account(users.FirstOrDefault(known.Contains) ?? "nobody");
    }

    /// <summary>The same command, run as this account.</summary>
    public Command Wrap(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (_user is null)
            return command;
        return Executables.InPath("runuser") is { } runuser
            ? command with { Program = runuser, Arguments = ["-u", _user, "--", command.Program, .. command.Arguments] }
            : command with { Program = "su", Arguments = ["-s", "/bin/sh", _user, "-c", Quoted([command.Program, .. command.Arguments])] };
    }

    /// <summary>Makes the folder and all in it this account's own.</summary>
    public async Task TakeAsync(string folder, CancellationToken cancellationToken)
    {
        if (_user is null)
            return;
        var result = await new Command("chown", ["-R", _user, folder]).RunAsync(cancellationToken);
        if (result.ExitCode != 0)
            throw new IOException($"{folder} could not be given to {_user}: {string.Join(' ', result.Output)}");
    }

    private static string Quoted(IEnumerable<string> words) =>
        string.Join(' ', words.Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}
