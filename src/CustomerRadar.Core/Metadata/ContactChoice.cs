namespace CustomerRadar.Core.Metadata;

/// <summary>Which contact goes out, or why none does.</summary>
/// <param name="Email">The e-mail address to send; null when none goes out.</param>
/// <param name="Mobile">The number to send, in the form to send it; null when none goes out.</param>
/// <param name="Missing">Why the contact does not suffice, in plain words; null when it does.</param>
public sealed record ContactChoice(string? Email, string? Mobile, string? Missing)
{
    /// <summary>The number of <see cref="Mobile"/> with country code, in which it is compared and hashed; null when none goes out.</summary>
    public string? MobileE164 { get; init; }
}
