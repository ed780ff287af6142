using System.Globalization;
using System.Text.Json;
using CustomerRadar.Sandbox.Clients;

namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>Reads the command line; an option is <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class SandboxArguments
{
    public const string DefaultUrl = "http://127.0.0.1:5600";

    /// <summary>The program's usage.</summary>
    public const string Usage = $"""
        A local Customer Radar for tests. Nothing it accepts is ever sent to anyone.

        Usage: CustomerRadar.Sandbox [options]

          --urls URL                    where to listen: http, loopback only; port 0 takes a free one. Default {DefaultUrl}
          --username NAME               who may log in. Default testing
          --password PASSWORD           with which password. Default testing12345
          --token-lifetime-minutes N    how long a token is valid; fractions allowed (0.05 = 3 seconds). Default 60
          --refused-login-status N      HTTP status of a refused log-in, 200 to 499. Default 401
          --directory FILE              JSON file with the clients, programmes, locations and POMs to know
          --keep-invitations N          how many accepted invitations are kept; then the oldest are forgotten. Default 10000
          --help                        this text

        The inbox is the page at the address; faults are ordered there, or with PUT /sandbox/faults.
        """;

    /// <exception cref="FormatException">An option is unknown, has no value or has one that cannot be read.</exception>
    public static SandboxOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions { Listen = new Uri(DefaultUrl) };
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args[i]);
            if (!Apply(name, Value, ref options))
                throw new FormatException($"The option {name} is unknown.");

            string Value() => value ?? (++i < args.Count ? args[i] : throw new FormatException($"{name} needs a value."));
        }

        return OptionsValidation.Problem(options) is { } problem ? throw new FormatException(problem) : options;
    }

    private static (string Name, string? Value) Split(string arg)
    {
        var at = arg.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (arg, null) : (arg[..at], arg[(at + 1)..]);
    }

    private static bool Apply(string name, Func<string> value, ref SandboxOptions options)
    {
        switch (name)
        {
            case "--urls": options = options with { Listen = Address(value()) }; break;
            case "--username": options = options with { Username = value() }; break;
            case "--password": options = options with { Password = value() }; break;
            case "--token-lifetime-minutes": options = options with { TokenLifetime = Minutes(name, value()) }; break;
            case "--refused-login-status": options = options with { RefusedLogInStatus = Whole(name, value()) }; break;
            case "--directory": options = options with { Directory = DirectoryFile(value()) }; break;
            case "--keep-invitations": options = options with { KeepInvitations = Whole(name, value()) }; break;
            default: return false;
        }

        return true;
    }

    // Kestrel's wildcards are no host names, so Uri cannot read them; they get the loopback message all the same.
    private static Uri Address(string text)
    {
        var named = text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(named, UriKind.Absolute, out var address)
            ? address
            : throw new FormatException($"--urls takes one address such as {DefaultUrl}, not {text}.");
    }

    private static int Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} takes a whole number, not {text}.");

    private static TimeSpan Minutes(string name, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes <= 525_600
            ? TimeSpan.FromMinutes(minutes)
            : throw new FormatException($"{name} takes minutes, up to a year, such as 60 or 0.5, not {text}.");

    private static ClientDirectory DirectoryFile(string path)
    {
        try
        {
            return ClientDirectory.Parse(File.ReadAllText(path));
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The directory {path} cannot be read: {wrong.Message}", wrong);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"The directory {path} cannot be opened: {unreadable.Message}", unreadable);
        }
    }
}
