namespace CustomerRadar.Core.Rules;

/// <summary>Which contact a rule's programme needs. Stored by name: never rename a member.</summary>
public enum ContactNeed
{
    /// <summary>At least one of the two; both are sent when both are known. The default.</summary>
    EmailOrMobile,

    /// <summary>An e-mail address; the mobile number is not sent.</summary>
    Email,

    /// <summary>A mobile number; the e-mail address is not sent.</summary>
    Mobile,

    /// <summary>Both.</summary>
    EmailAndMobile,
}
