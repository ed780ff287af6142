using CustomerRadar.Core.Invitations;

namespace Nop.Plugin.Misc.CustomerRadar.Bookings;

/// <summary>How bookings are named in the outbox.</summary>
internal static class BookingSubject
{
    private const string Prefix = "booking:";
    private const int MaximumLength = 150;

    /// <summary>The subject of a booking.</summary>
    public static SubjectKey Of(string reference) => SubjectKey.Parse(Prefix + reference);

    /// <summary>The reference; null for a subject that is no booking.</summary>
    public static string? Reference(SubjectKey subject) =>
        subject.ToString() is var text && text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;

    /// <summary>Refuses what can be no booking of a store.</summary>
    public static void Check(int storeId, string reference)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(storeId);
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        if (reference.Length > MaximumLength || reference.Any(char.IsWhiteSpace))
            throw new ArgumentException($"A booking's reference has at most {MaximumLength} characters and no white space.", nameof(reference));
    }

    /// <summary>Refuses a local time, whose zone nobody knows.</summary>
    public static DateTime CheckUtc(DateTime endsOnUtc) =>
        endsOnUtc.Kind == DateTimeKind.Local ? throw new ArgumentException("The end of a booking is given in UTC.", nameof(endsOnUtc)) : endsOnUtc;
}
