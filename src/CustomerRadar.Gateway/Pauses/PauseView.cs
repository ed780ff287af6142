using CustomerRadar.Core.Pauses;

namespace CustomerRadar.Gateway.Pauses;

/// <summary>A pause as the API shows it.</summary>
internal sealed record PauseView(string Scope, string Cause, DateTimeOffset? Since, DateTimeOffset? NextTry, string Reason, string? Advice)
{
    public static PauseView Of(Pause pause) => new(
        pause.Scope.ToString(), pause.Cause.ToString(), pause.Since, pause.NeedsPerson ? null : pause.ClosedUntil, pause.Reason, pause.Advice);
}
