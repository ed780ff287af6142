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

    /// <summary>Look at it again later: after a wait, or at an instant. Exactly one of the two is given.</summary>
    public sealed record Defer : Decision
    {
        /// <summary>Waits for a while, where nobody knows how long it will take.</summary>
        /// <param name="wait">How long, from the database's now.</param>
        /// <param name="reason">In plain words for the merchant.</param>
        public Defer(TimeSpan wait, string reason) => (Wait, Reason) = (wait, reason);

        /// <summary>Waits for an instant.</summary>
        /// <param name="until">Which.</param>
        /// <param name="reason">In plain words for the merchant.</param>
        public Defer(DateTimeOffset until, string reason) => (Until, Reason) = (until, reason);

        /// <summary>How long to wait; null when <see cref="Until"/> says.</summary>
        public TimeSpan? Wait { get; }

        /// <summary>What to wait for; null when <see cref="Wait"/> says.</summary>
        public DateTimeOffset? Until { get; }

        /// <summary>In plain words for the merchant.</summary>
        public string Reason { get; }
    }

    /// <summary>Its order or booking does not stand any more, or its rule or customer is gone.</summary>
    /// <param name="Reason">In plain words for the merchant.</param>
    public sealed record Cancel(string Reason) : Decision;
}
