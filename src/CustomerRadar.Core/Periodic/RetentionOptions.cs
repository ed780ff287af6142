namespace CustomerRadar.Core.Periodic;

/// <summary>How long things are kept. Every value is checked before the first use; a wrong one is named in an <c>OptionsValidationException</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>
    /// How long an ended row is kept in full, with its history: 1 to 3,650 days. Default 90 days. Afterwards its key and state stay as long as
    /// its rule exists, so that nobody is invited twice.
    /// </summary>
    public TimeSpan Rows { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long the contact of a subject with a Failed or Unconfirmed row is kept where we keep it (the gateway), for the merchant to correct
    /// and retry: 1 to 365 days. Default 30 days. That of any other ended row goes within the hour.
    /// </summary>
    public TimeSpan Contacts { get; set; } = TimeSpan.FromDays(30);
}
