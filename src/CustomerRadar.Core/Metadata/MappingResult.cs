using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>A request ready to be serialised, or why there is none.</summary>
public abstract record MappingResult
{
    private MappingResult()
    {
    }

    /// <summary>The request.</summary>
    /// <param name="Request">One entry, checked.</param>
    /// <param name="Contact">The contact that goes out, also in the form in which it is hashed.</param>
    public sealed record Mapped(InvitationRequest Request, ContactChoice Contact) : MappingResult;

    /// <summary>This subject cannot be invited under this rule.</summary>
    /// <param name="Reason">In plain words for the merchant.</param>
    public sealed record Impossible(string Reason) : MappingResult;

    /// <summary>The rule makes a request that Customer Radar cannot take: the merchant has to correct it.</summary>
    /// <param name="Problems">Each in plain words for the merchant; at least one. No contact and no value of a field.</param>
    public sealed record Invalid(IReadOnlyList<string> Problems) : MappingResult;
}
