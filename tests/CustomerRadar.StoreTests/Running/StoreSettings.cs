namespace CustomerRadar.StoreTests.Running;

/// <summary>Which store the tests drive, as the environment says.</summary>
/// <param name="Folder">The folder of the published store: Nop.Web.dll is in it.</param>
/// <param name="Address">Where the running store answers.</param>
/// <param name="Admin">The e-mail of an administrator.</param>
/// <param name="Password">The administrator's password.</param>
public sealed record StoreSettings(string Folder, Uri Address, string Admin, string Password)
{
    private static readonly string[] Names = ["NOPCOMMERCE_DIR", "NOPCOMMERCE_URL", "NOPCOMMERCE_ADMIN", "NOPCOMMERCE_PASSWORD"];

    /// <summary>The variables that are not set.</summary>
    /// <param name="variable">Gives a variable's value.</param>
    /// <param name="more">What a test needs besides the four, for example <see cref="StoreProcess.Variable"/>.</param>
    public static IReadOnlyList<string> Missing(Func<string, string?> variable, params IEnumerable<string> more) =>
        [.. Names.Concat(more).Where(name => string.IsNullOrWhiteSpace(variable(name)))];

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Gives a variable's value.</param>
    /// <exception cref="InvalidOperationException">One is missing or wrong; the message names it.</exception>
    public static StoreSettings Read(Func<string, string?> variable)
    {
        if (Missing(variable) is { Count: > 0 } missing)
            throw new InvalidOperationException($"{string.Join(", ", missing)} is not set.");
        var values = Names.Select(name => variable(name)!.Trim()).ToList();
        if (!File.Exists(Path.Combine(values[0], "Nop.Web.dll")))
            throw new InvalidOperationException("NOPCOMMERCE_DIR is not the folder of a published store: there is no Nop.Web.dll in it.");
        if (!Uri.TryCreate(values[1], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InvalidOperationException("NOPCOMMERCE_URL is not an http or https address, such as http://127.0.0.1:5650/.");
        return new StoreSettings(Path.GetFullPath(values[0]), new Uri(address, "/"), values[2], values[3]);
    }

    /// <summary>Without the password, which would stand in every message that shows the settings.</summary>
    public override string ToString() => $"{Address} as {Admin}";
}
