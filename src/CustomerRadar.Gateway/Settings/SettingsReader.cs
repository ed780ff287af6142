using System.Globalization;
using CustomerRadar.Core;
using CustomerRadar.Core.Api;

namespace CustomerRadar.Gateway.Settings;

/// <summary>Reads the settings from appsettings.json, environment (<c>CustomerRadar__Username</c>) and arguments (<c>--CustomerRadar:Username=…</c>), and names every fault at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    /// <summary>The settings.</summary>
    /// <exception cref="SettingsException">At least one is missing or wrong; the message names each, and what to do.</exception>
    public GatewaySettings Read()
    {
        var settings = new GatewaySettings
        {
            Connection = Connection(),
            Database = Product(),
            ConnectionString = new Secret(configuration["Storage:ConnectionString"] is { Length: > 0 } text ? text : "Data Source=customerradar-gateway.db"),
            ConfigurationFile = File("Gateway:Configuration"),
            OperatorKey = configuration["Gateway:OperatorKey"] is { Length: > 0 } key ? Key(key) : null,
            TotalTimeout = TimeSpan.FromSeconds(Number("CustomerRadar:TotalTimeoutSeconds", 2, 300, otherwise: 30)),
            RequestsPerSecond = Number("CustomerRadar:RequestsPerSecond", 0.1, 100, otherwise: 5),
            MaximumWebhookBytes = (int)Number("Gateway:MaximumWebhookBytes", 1024, 10 * 1024 * 1024, otherwise: 256 * 1024),
            SweepEvery = TimeSpan.FromSeconds(Number("Gateway:SweepSeconds", 5, 600, otherwise: 60)),
        };
        if (settings.Database != DatabaseProduct.Sqlite && configuration["Storage:ConnectionString"] is not { Length: > 0 })
            _faults.Add($"Storage:ConnectionString is missing. {settings.Database} needs one.");
        return _faults.Count == 0 ? settings : throw new SettingsException(_faults);
    }

    private Connection Connection() => new()
    {
        Key = ConnectionKey.Parse("default"),
        BaseAddress = Address(),
        Username = Required("CustomerRadar:Username", "Customer Radar support gives it out."),
        Password = new Secret(Required("CustomerRadar:Password", "Customer Radar support gives it out.")),
        ClientDisplayId = ClientDisplayId.TryParse(Required("CustomerRadar:ClientDisplayId", "Customer Radar support gives it out."), out var client)
            ? client
            : Wrong<ClientDisplayId>("CustomerRadar:ClientDisplayId has spaces in it or is too long."),
        HomeCountry = Country(),
        TimeZone = Zone(),
    };

    private BaseAddress Address()
    {
        var typed = configuration["CustomerRadar:BaseUrl"];
        if (string.IsNullOrWhiteSpace(typed))
            return BaseAddress.Default;
        return BaseAddress.TryParse(typed, out var address, out var problem) ? address : Wrong($"CustomerRadar:BaseUrl: {problem}", BaseAddress.Default);
    }

    private string? Country()
    {
        var typed = configuration["CustomerRadar:HomeCountry"]?.Trim();
        return string.IsNullOrEmpty(typed) ? null
            : typed.Length == 2 && typed.All(char.IsAsciiLetter) ? typed.ToUpperInvariant()
            : Wrong<string?>($"CustomerRadar:HomeCountry is \"{typed}\"; it must be a two-letter country code such as NZ.");
    }

    private TimeZoneInfo Zone()
    {
        var typed = configuration["CustomerRadar:TimeZone"]?.Trim();
        return string.IsNullOrEmpty(typed) ? TimeZoneInfo.Utc
            : TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone) ? zone
            : Wrong($"CustomerRadar:TimeZone is \"{typed}\", which this machine does not know; it must be a name such as Pacific/Auckland.", TimeZoneInfo.Utc);
    }

    private DatabaseProduct Product()
    {
        var typed = configuration["Storage:Provider"];
        if (string.IsNullOrWhiteSpace(typed))
            return DatabaseProduct.Sqlite;
        var names = Enum.GetNames<DatabaseProduct>();
        // By name alone: a number would be taken too.
        return names.FirstOrDefault(name => name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<DatabaseProduct>(known)
            : Wrong<DatabaseProduct>($"Storage:Provider is \"{typed}\"; it must be one of {string.Join(", ", names)}.");
    }

    private string File(string name)
    {
        var path = Required(name, "It is the path of the sources-and-rules file; samples/gateway.json is one.");
        return System.IO.File.Exists(path) || path == Placeholder
            ? path
            : Wrong($"{name}: there is no file {Path.GetFullPath(path)}.", path);
    }

    private Secret? Key(string key) =>
        key.Length >= OperatorKeyMinimum ? new Secret(key) : Wrong<Secret?>($"Gateway:OperatorKey has {key.Length} characters; it must have at least {OperatorKeyMinimum}.");

    private double Number(string name, double minimum, double maximum, double otherwise)
    {
        var typed = configuration[name];
        if (string.IsNullOrWhiteSpace(typed))
            return otherwise;
        return double.TryParse(typed, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : Wrong(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{typed}\"; it must be a number from {minimum} to {maximum}."), otherwise);
    }

    private string Required(string name, string advice)
    {
        var typed = configuration[name];
        return string.IsNullOrWhiteSpace(typed) ? Wrong($"{name} is missing. {advice}", Placeholder) : typed.Trim();
    }

    private T Wrong<T>(string fault, T otherwise = default!)
    {
        _faults.Add(fault);
        return otherwise;
    }

    private const int OperatorKeyMinimum = 16;

    // Stands in for a missing text until all faults are known.
    private const string Placeholder = "missing";
}
