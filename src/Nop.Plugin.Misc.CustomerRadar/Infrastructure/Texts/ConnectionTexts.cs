namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure.Texts;

/// <summary>The connection.</summary>
internal static class ConnectionTexts
{
    public static IReadOnlyList<PageText> All { get; } =
    [
        .. PageText.Field("ApiAddress", "API address", "Where Customer Radar's API answers. Leave it as it is unless Customer Radar support says otherwise."),
        .. PageText.Field("Username", "User name", "The API user name that Customer Radar support gave you."),
        .. PageText.Field("Password", "Password", "The API password. It is stored encrypted and never shown; leave the field empty to keep the one that is set."),
        .. PageText.Field("ClientDisplayId", "Client id", "Your client at Customer Radar (clientDisplayId). Customer Radar support gives it out."),
        .. PageText.Field("HomeCountry", "Home country", "Mobile numbers of this country are sent in national form, for example 0211234321. Numbers of other countries count as foreign."),
        .. PageText.Field("TimeZoneId", "Time zone", "The zone in which a delay of days is counted. The store's own zone is the default."),
        new("Connection", "Connection"),
        new("PasswordIsSet", "A password is set."),
        new("PasswordAgain", "Please type the password again: for safety it is not sent back to this page."),
        new("PasswordIsUnreadable", "The password that is set cannot be decrypted on this server, so nothing is sent. Please type it in again."),
        new("HomeCountry.None", "None: every number is foreign"),
        new("TimeZone.Store", "The store's own"),
        new("Test", "Test connection"),
        new("Test.Running", "Logging in…"),
        new("Test.Failed", "The store did not answer. Reload the page and try again."),
        new("Test.Granted", "Customer Radar accepted the log-in."),
        new("Test.Refused", "Customer Radar refused the log-in:"),
    ];
}
