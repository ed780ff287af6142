namespace CustomerRadar.Sandbox.Hosting.Internal;

/// <summary>Says in words what is wrong with the settings.</summary>
internal static class OptionsValidation
{
    /// <summary>The first problem, or null when there is none.</summary>
    public static string? Problem(SandboxOptions options)
    {
        if (!options.Listen.IsAbsoluteUri || options.Listen.Scheme != Uri.UriSchemeHttp || options.Listen.PathAndQuery != "/")
            return $"The address {options.Listen} must be http://HOST:PORT without a path.";
        if (!options.Listen.IsLoopback)
            return $"The sandbox is a test tool and listens on loopback only, not on {options.Listen.Host}. Use http://127.0.0.1:PORT.";
        if (options.Username.Length == 0 || options.Password.Length == 0)
            return "The username and the password must not be empty.";
        if (options.TokenLifetime <= TimeSpan.Zero)
            return "The token lifetime must be more than 0 minutes.";
        if (options.RefusedLogInStatus is < 200 or > 499 or 204 or 205 or 304)
            return "The status of a refused log-in must be from 200 to 499, and one that may carry a body.";
        return options.KeepInvitations < 1 ? "At least 1 invitation must be kept." : null;
    }
}
