namespace CustomerRadar.Core.Rules;

/// <summary>Whether an invitation is to be sent now, and if not, why.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Send it.</summary>
    public sealed record Send : Decision;

    /// <summary>Do not send it, for good.</summary>
    /// <param name="Reason">In plain words for the merchant.</param>
    public sealed record Skip(string Reason) : Decision;

    /// <summary>Look at it again later.</summary>
    /// <param name="Wait">How long to wait.</param>
    /// <param name="Reason">In plain words for the merchant.</param>
    public sealed record Defer(TimeSpan Wait, string Reason) : Decision;

    /// <summary>Its order or booking does not stand any more.</summary>
    /// <param name="Reason">In plain words for the merchant.</param>
    public sealed record Cancel(string Reason) : Decision;
}
