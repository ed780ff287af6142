namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>The plugin's texts. A tooltip is the same key with <c>.Hint</c>.</summary>
internal static class PluginTexts
{
    /// <summary>The key of the permission's name.</summary>
    public const string PermissionKey = "Security.Permission." + CustomerRadarDefaults.ConfigurePermission;

    private static readonly (string Field, string Label, string Hint)[] Fields =
    [
        ("ApiAddress", "API address", "Where Customer Radar's API answers. Leave it as it is unless Customer Radar support says otherwise."),
        ("Username", "User name", "The API user name that Customer Radar support gave you."),
        ("Password", "Password", "The API password. It is stored encrypted and never shown; leave the field empty to keep the one that is set."),
        ("ClientDisplayId", "Client id", "Your client at Customer Radar (clientDisplayId). Customer Radar support gives it out."),
        ("HomeCountry", "Home country", "Mobile numbers of this country are sent in national form, for example 0211234321. Numbers of other countries count as foreign."),
        ("TimeZoneId", "Time zone", "The zone in which a delay of days is counted. The store's own zone is the default."),
        ("KeepInvitedOnUninstall", "Keep the list of invitations on uninstall", "Keeps the list of who was invited and its history (the tables CustomerRadar_*), so that a later install invites nobody twice. Everything else goes in any case: settings, password, rule, jobs, texts. Invitations that still wait are cancelled."),
        ("RuleIsOwn", "This store has its own rule", "While it is switched on, it serves this store in place of the rule for all stores. Unticking deletes it; invitations that wait under it are cancelled."),
        ("RuleEnabled", "Invite after payment", "Every order that is paid from now on becomes one invitation. Switched off, waiting invitations are held."),
        ("Waiting", "Waiting invitations", "What becomes of the invitations that wait under this rule when you change the delay."),
        ("DelayDays", "Delay, days", "How many calendar days after the payment the invitation is sent, 0 to 365."),
        ("DelayHours", "Delay, hours", "How many hours besides the days, 0 to 23."),
        ("Contact", "Contact", "Which contact the programme at Customer Radar needs. An order without it is skipped, with that reason."),
        ("ForeignNumbers", "Foreign mobile numbers", "Sends mobile numbers of other countries too, with their country code."),
        ("Programme", "Programme id", "The programme whose questions are asked (programmeDisplayId)."),
        ("Location", "Location id", "The location that the feedback is about (locationDisplayId)."),
        ("Pom", "POM id", "The point of measure (pomDisplayId); only for a location that has two or more."),
        ("Metadata", "Metadata", "One pair a line: key = value. The key must match your programme's settings at Customer Radar in case and spelling; the value mixes text and tokens. A pair whose tokens are empty for an order is left out."),
    ];

    private static readonly (string Key, string Text)[] Others =
    [
        ("Title", "Customer Radar"),
        ("Connection", "Connection"),
        ("Rule", "Send rule"),
        ("Status", "Status"),
        ("Uninstall", "Uninstall"),
        ("Instructions", "Every paid order becomes one feedback invitation at Customer Radar, by e-mail or SMS. Type in what Customer Radar support gave you, test the connection, fill in the send rule, and switch it on."),
        ("PasswordIsSet", "A password is set."),
        ("PasswordIsUnreadable", "The password that is set cannot be decrypted on this server, so nothing is sent. Please type it in again."),
        ("NotWorking", "The plugin is not working at the moment; System > Log says why. Orders are not affected."),
        ("Menu", "Customer Radar"),
        ("Tokens", "Tokens (for NAME write the attribute's name with dashes for spaces, or its number)"),
        ("Test", "Test connection"),
        ("Test.Running", "Logging in…"),
        ("Test.Failed", "The store did not answer. Reload the page and try again."),
        ("Test.Granted", "Customer Radar accepted the log-in."),
        ("Test.Refused", "Customer Radar refused the log-in:"),
        ("LookForMissed", "Look for missed orders now"),
        ("LookForMissed.Hint", "Orders whose event was lost, for example while the database was busy, are looked for every hour. This does it at once."),
        ("Asking", "Asking…"),
        ("OptOuts", "Opt-outs"),
        ("OptOuts.Hint", "Who must never be invited, in any store: one e-mail address or phone number a line. Only unreadable marks of them are kept, so the list cannot be shown. Whoever is on it with one of the contacts of an order is not invited over another."),
        ("OptOuts.Add", "Never invite"),
        ("OptOuts.TakeBack", "Invite again"),
        ("OptOuts.Added", "Contacts: {0}. New on the list: {1}."),
        ("OptOuts.TakenBack", "Contacts: {0}. Taken off the list: {1}."),
        ("OptOuts.WrongLine", "Line {0} is neither an e-mail address nor a phone number. Nothing was changed."),
        ("OptOuts.None", "There is no contact."),
        ("LookForMissed.Begun", "Looking. Orders without an invitation get one within a minute or two."),
        ("Contact.EmailOrMobile", "E-mail or mobile, whichever is known"),
        ("Contact.Email", "E-mail"),
        ("Contact.Mobile", "Mobile"),
        ("Contact.EmailAndMobile", "E-mail and mobile"),
        ("HomeCountry.None", "None: every number is foreign"),
        ("TimeZone.Store", "The store's own"),
        ("Saved", "Saved."),
        ("NotSaved", "Nothing was saved: please correct the fields that are marked."),
        ("OtherScope", "Nothing was saved: another store was chosen in the meantime, in another window. Choose the former one there again, or reload this page."),
        ("NotServed", "The rule for all stores does not serve these stores, since their client id is another one. Give them rules of their own:"),
        ("RuleIsByJson", "This rule says more than the form has fields for: filters, a send window, rows of locations or the like. Here you can switch it on and off."),
        ("RuleIsUnreadable", "The stored rule cannot be read, see below. Nothing is invited by it, and what waits is held until it can be read again."),
        ("Waiting.Choose", "Only when you change the delay: choose"),
        ("Waiting.Move", "They get the new due time"),
        ("Waiting.Keep", "They keep their due time"),
        ("Waiting.Count", "invitations wait under this rule."),
        ("NoInvitations", "No invitations yet."),
    ];

    /// <summary>All texts, in English.</summary>
    public static IDictionary<string, string> English { get; } = All();

    private static Dictionary<string, string> All()
    {
        var texts = Others.ToDictionary(text => CustomerRadarDefaults.LocalePrefix + text.Key, text => text.Text);
        foreach (var (field, label, hint) in Fields)
        {
            texts.Add($"{CustomerRadarDefaults.LocalePrefix}Fields.{field}", label);
            texts.Add($"{CustomerRadarDefaults.LocalePrefix}Fields.{field}.Hint", hint);
        }

        texts.Add(PermissionKey, "Customer Radar. Configure");
        return texts;
    }
}
