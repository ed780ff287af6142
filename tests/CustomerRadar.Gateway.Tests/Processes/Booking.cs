using System.Globalization;

namespace CustomerRadar.Gateway.Tests.Processes;

/// <summary>A booking as its platform reports it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndsAt">The end; the sample rule invites two hours later.</param>
internal sealed record Booking(string Id, DateTimeOffset EndsAt)
{
    /// <summary>The delay of the sample rule.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromHours(2);

    /// <summary>The subject of its row.</summary>
    public string Subject => "booking:" + Id;

    /// <summary>The body of the delivery.</summary>
    public string Delivery() => string.Create(CultureInfo.InvariantCulture, $$"""
        {"triggerEvent":"BOOKING_CREATED","createdAt":"{{EndsAt.AddDays(-1):O}}","payload":{"uid":"{{Id}}","title":"60min","type":"60min","location":"Queen Street",
        "startTime":"{{EndsAt.AddHours(-1):O}}","endTime":"{{EndsAt:O}}","organizer":{"name":"Example Stay"},"eventTypeId":7,
        "attendees":[{"email":"{{Id}}@example.com","name":"Guest {{Id}}"}],"responses":{} } }
        """);

    /// <summary>The body of the delivery that it was cancelled, an hour after it was made.</summary>
    public string Cancellation() => string.Create(CultureInfo.InvariantCulture, $$"""
        {"triggerEvent":"BOOKING_CANCELLED","createdAt":"{{EndsAt.AddHours(-23):O}}","payload":{"uid":"{{Id}}","title":"60min","type":"60min","location":"Queen Street",
        "startTime":"{{EndsAt.AddHours(-1):O}}","endTime":"{{EndsAt:O}}","attendees":[{"email":"{{Id}}@example.com","name":"Guest {{Id}}"}],"responses":{} } }
        """);
}
