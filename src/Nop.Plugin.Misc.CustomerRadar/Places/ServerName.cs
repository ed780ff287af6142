using System.Globalization;
using System.Net;

namespace Nop.Plugin.Misc.CustomerRadar.Places;

/// <summary>
/// Names of database servers. "localhost" is another server on every machine, so the machine's own name stands for it: a copy that was taken from one
/// machine with shop and database on it to another would otherwise look the same.
/// </summary>
internal static class ServerName
{
    private static readonly string[] Local = ["", ".", "(local)", "(localdb)", "localhost", "localhost.localdomain"];

    /// <summary>A server of MySQL, MariaDB or PostgreSQL: a host, a list of them in any order, or the path of a socket.</summary>
    public static string Of(string? hosts, int port, int usualPort, string machine)
    {
        var names = (hosts ?? "").Split(',').Select(host => host.Trim()).Select(host => IsSocket(host) ? machine : WithPort(host, port, usualPort, machine));
        return string.Join(',', names.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    /// <summary>A data source of SQL Server: <c>tcp:host\instance,port</c>, a pipe, or one of its words for this machine.</summary>
    public static string OfSqlServer(string dataSource, int usualPort, string machine)
    {
        var source = dataSource.Trim();
        if (source.IndexOf(':', StringComparison.Ordinal) is > 0 and < 6 and var protocol && !IPAddress.TryParse(source, out _))
            source = source[(protocol + 1)..];
        var parts = source.TrimStart('\\').Split(',', 2);
        var host = parts[0].Split('\\', 2);
        // A port makes the instance's name superfluous, as it does for the driver.
        var rest = parts.Length == 2 ? parts[1].Trim() == usualPort.ToString(CultureInfo.InvariantCulture) ? "" : $",{parts[1].Trim()}"
            : host.Length == 2 ? $"\\{host[1]}"
            : "";
        return (Name(host[0].Trim(), machine) + rest).ToLowerInvariant();
    }

    private static bool IsSocket(string host) => host.StartsWith('/') || host.StartsWith('@');

    // One host of a list may bring its own port; an IPv6 address has colons of its own.
    private static string WithPort(string host, int port, int usualPort, string machine)
    {
        if (host.Count(sign => sign == ':') == 1 && int.TryParse(host[(host.IndexOf(':', StringComparison.Ordinal) + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var own))
            (host, port) = (host[..host.IndexOf(':', StringComparison.Ordinal)], own);
        return Name(host, machine) + (port == usualPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{port}"));
    }

    private static string Name(string host, string machine) =>
        Local.Contains(host, StringComparer.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)) ? machine : host;
}
