using CustomerRadar.Sandbox.Faults;

namespace CustomerRadar.Sandbox.Pages.Internal;

/// <summary>A fault in words.</summary>
internal static class FaultText
{
    public static string Of(Fault fault) => What(fault) + fault.Count switch
    {
        null => "",
        1 => ", once",
        _ => Text($", {fault.Count} times"),
    };

    private static string What(Fault fault) => fault.Kind switch
    {
        FaultKind.Status when fault.RetryAfterSeconds is { } seconds => Text($"Answer {fault.StatusCode}, retry after {seconds} s"),
        FaultKind.Status => Text($"Answer {fault.StatusCode}"),
        FaultKind.Delay => Text($"Accept, answer {fault.DelaySeconds} s late"),
        FaultKind.DropAfterAccept => "Accept, cut the connection",
        FaultKind.Garbage => "Accept, unreadable answer",
        FaultKind.RefuseLogin => "Refuse log-in",
        FaultKind.SingleSession => "One session only",
        FaultKind.ExpireTokens => "Expire all tokens",
        _ => "Clear faults",
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
