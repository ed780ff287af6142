using CustomerRadar.Core.Api;

namespace CustomerRadar.Core.Metadata;

/// <summary>A request ready to be serialised, or the reason why none can be made.</summary>
public abstract record MappingResult
{
    private MappingResult()
    {
    }

    /// <summary>The request.</summary>
    public sealed record Mapped(InvitationRequest Request) : MappingResult;

    /// <summary>This subject cannot be invited under this rule.</summary>
    /// <param name="Reason">In plain words for the merchant.</param>
    public sealed record Impossible(string Reason) : MappingResult;
}
