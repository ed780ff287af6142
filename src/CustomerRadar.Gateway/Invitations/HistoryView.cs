using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Gateway.Invitations;

/// <summary>A line of history as the API shows it.</summary>
internal sealed record HistoryView(DateTimeOffset At, string? From, string To, string By, string Why)
{
    public static HistoryView Of(HistoryLine line) => new(line.At, line.From?.ToString(), line.To.ToString(), line.By, line.Why);
}
