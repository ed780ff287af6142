namespace CustomerRadar.StoreTests.Admin;

/// <summary>What is typed on the plugin's page; a value left null is not touched.</summary>
public sealed record PluginConfiguration
{
    /// <summary>Where the API answers.</summary>
    public string? ApiAddress { get; init; }

    /// <summary>The user at Customer Radar.</summary>
    public string? Username { get; init; }

    /// <summary>The password; the page never shows it.</summary>
    public string? Password { get; init; }

    /// <summary>The client id.</summary>
    public string? ClientDisplayId { get; init; }

    /// <summary>Two letters.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>Whether everything is done but the call.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Whether the rule invites.</summary>
    public bool? RuleEnabled { get; init; }

    /// <summary>Days from the payment to the invitation.</summary>
    public string? DelayDays { get; init; }

    /// <summary>Hours on top of the days.</summary>
    public string? DelayHours { get; init; }

    /// <summary>What the programme needs, as the list shows it.</summary>
    public string? Contact { get; init; }

    /// <summary>Whether numbers of other countries are invited.</summary>
    public bool? ForeignNumbers { get; init; }

    /// <summary>The programme id.</summary>
    public string? Programme { get; init; }

    /// <summary>The location id.</summary>
    public string? Location { get; init; }

    /// <summary>The POM id.</summary>
    public string? Pom { get; init; }

    /// <summary>One pair a line.</summary>
    public string? Metadata { get; init; }

    /// <summary>To whom alerts are mailed.</summary>
    public string? AlertMailsTo { get; init; }

    /// <summary>Whether an uninstall keeps who was invited.</summary>
    public bool? KeepInvitedOnUninstall { get; init; }

    /// <summary>Everything that a first invitation needs, with the ids that the sandbox knows.</summary>
    /// <param name="api">The sandbox.</param>
    public static PluginConfiguration For(Uri api) => new()
    {
        ApiAddress = api.ToString(),
        Username = "testing",
        Password = "testing12345",
        ClientDisplayId = "8291a9ed952342c5b5fe2915f2189e7c",
        HomeCountry = "NZ",
        DryRun = false,
        RuleEnabled = true,
        DelayDays = "0",
        DelayHours = "0",
        Contact = "E-mail or mobile, whichever is known",
        ForeignNumbers = false,
        Programme = "1cf118a0326d47aa851a90b9674e90aa",
        Location = "1cf118a0326d47aa851a90b9674e90aa",
        Pom = "",
        Metadata = "invoice_no = %Order.OrderNumber%",
        KeepInvitedOnUninstall = false,
    };
}
