namespace CustomerRadar.Core.Rules;

/// <summary>The checks of <see cref="Eligibility"/>, in their order. Shown in previews.</summary>
public static class CheckNames
{
    /// <summary>Nobody asked to cancel.</summary>
    public const string Cancellation = "Not cancelled";

    /// <summary>The rule is there.</summary>
    public const string Rule = "Rule exists";

    /// <summary>The order or booking is there.</summary>
    public const string Subject = "Order or booking exists";

    /// <summary>The order or booking stands.</summary>
    public const string Standing = "Order or booking stands";

    /// <summary>The customer was not erased.</summary>
    public const string Erasure = "Not erased";

    /// <summary>The customer did not opt out.</summary>
    public const string OptOut = "Not opted out";

    /// <summary>The rule is switched on.</summary>
    public const string Enabled = "Rule is on";

    /// <summary>The store has a connection.</summary>
    public const string Connection = "Connection";

    /// <summary>What the rule waits for has wholly happened.</summary>
    public const string Happened = "Happened";

    /// <summary>The due time has come.</summary>
    public const string Due = "Due";

    /// <summary>It happened after the rule started.</summary>
    public const string ActiveFrom = "Since the rule started";

    /// <summary>The rule is for this store and trigger.</summary>
    public const string Serves = "Store and trigger";

    /// <summary>It is not too old.</summary>
    public const string Age = "Age";

    /// <summary>Every filter is met.</summary>
    public const string Filters = "Filters";

    /// <summary>The consent is there.</summary>
    public const string Consent = "Consent";

    /// <summary>Nobody else on the platform objects.</summary>
    public const string Platform = "Other plugins";

    /// <summary>The sample has it.</summary>
    public const string Sample = "Sample";

    /// <summary>The send window is open.</summary>
    public const string Window = "Send window";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Cancellation, Rule, Subject, Standing, Erasure, OptOut, Enabled, Connection, Happened, Due, ActiveFrom, Serves, Age, Filters, Consent,
        Platform, Sample, Window,
    ];
}
