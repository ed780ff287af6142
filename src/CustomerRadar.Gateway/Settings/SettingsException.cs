namespace CustomerRadar.Gateway.Settings;

/// <summary>The gateway cannot start with what it was given. The message is for the person who starts it.</summary>
internal sealed class SettingsException(IReadOnlyCollection<string> faults)
    : Exception($"The gateway cannot start:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => "  " + fault))}")
{
    /// <summary>Each fault.</summary>
    public IReadOnlyCollection<string> Faults => faults;
}
