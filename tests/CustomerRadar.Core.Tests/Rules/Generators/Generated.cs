using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using CustomerRadar.Core.Tests.Invitations;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerRadar.Core.Tests.Rules.Generators;

/// <summary>What the property tests draw from.</summary>
public static class Generated
{
    public static readonly string[] FieldNames =
        ["Order.Total", "Order.Warehouse", "Order.OrderNumber", "Customer.Email", "Customer.Roles", "Booking.VenueId", "Order.CheckoutAttribute.Ask me?"];

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Arbitrary<DueCase> DueCases() => (
        from zone in Gen.Elements(Zones.All)
        from at in InstantIn(zone)
        from days in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 9)), (1, Gen.Choose(10, SendDelay.MaximumDays)))
        from minutes in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 24 * 60)))
        from window in Windows
        select new DueCase(at, new SendDelay(days, TimeSpan.FromMinutes(minutes)), window, zone)).ToArbitrary();

    /// <summary>Only the hours about a change, and windows that open and close in them.</summary>
    public static Arbitrary<DueNight> DueNights() => (
        from zone in Gen.Elements(Zones.All.Where(zone => Zones.JumpsOf(zone).Count > 0))
        from jump in Gen.Elements(Zones.JumpsOf(zone).AsEnumerable())
        from before in Gen.Choose(-4 * 60, 3 * 60)
        from start in Gen.Choose(-6, 10)
        from length in Gen.Choose(1, 12)
        select new DueNight(new DueCase(
            jump.AddMinutes(before), SendDelay.None, new SendWindow(Enum.GetValues<DayOfWeek>().ToHashSet(), HalfHour(start), HalfHour(start + length)), zone)))
        .ToArbitrary();

    public static Arbitrary<SendRule> SendRules() => Rules.ToArbitrary();

    public static Arbitrary<EligibilityFacts> Facts() => (
        from rule in Rare(Rules.Select(rule => (SendRule?)rule), null)
        from subject in Rare(Subjects.Select(subject => (SubjectSnapshot?)subject), null)
        from connection in Rare(Gen.Elements(Zones.All).Select(zone => (Connection?)(Some.Connection with { TimeZone = zone })), null)
        from cancel in Rare(Gen.Constant((string?)null), "Somebody asked for it.")
        from suppression in Gen.Frequency(
            (8, Gen.Constant((Suppression?)null)), (1, Gen.Elements<Suppression?>(new(SuppressionKind.OptOut, Start), new(SuppressionKind.Erasure, Start))))
        from origin in Gen.Elements(Enum.GetValues<InteractionOrigin>())
        from happened in InstantIn(TimeZoneInfo.Utc)
        from age in Gen.Choose(-48, 60 * 24)
        from sendNow in Rare(Gen.Constant(false), true)
        from confirmed in Rare(Gen.Constant(false), true)
        select new EligibilityFacts
        {
            Interaction = Some.Interaction with { OccurredAt = happened, Origin = origin, Trigger = rule?.Trigger ?? Trigger.OrderPaid },
            RuleKey = rule?.Key ?? Some.Rule.Key,
            FirstDueAt = happened,
            Now = happened.AddHours(age),
            CancelRequested = cancel,
            SendNow = sendNow,
            AgeAndCapConfirmed = confirmed,
            Rule = rule,
            Connection = connection,
            Subject = subject,
            Suppression = suppression,
            SampleKey = new byte[32],
        }).ToArbitrary();

    public static Arbitrary<SubjectSnapshot> SubjectSnapshots() => Subjects.ToArbitrary();

    /// <summary>Of two instants one is on the night of a change, where the zone has any.</summary>
    private static Gen<DateTimeOffset> InstantIn(TimeZoneInfo zone)
    {
        var any = Gen.Choose(0, 5 * 365 * 24 * 60).Select(minutes => Start.AddMinutes(minutes));
        return Zones.JumpsOf(zone) is { Count: > 0 } jumps
            ? Gen.OneOf(any, from jump in Gen.Elements(jumps.AsEnumerable()) from minutes in Gen.Choose(-36 * 60, 4 * 60) select jump.AddMinutes(minutes))
            : any;
    }

    private static Gen<SendWindow> Windows =>
        from days in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>()))
        from start in Minutes
        from end in Minutes
        select new SendWindow(days.ToHashSet(), start, end);

    // Half of them about the hours that daylight saving skips and doubles.
    private static Gen<TimeOnly> Minutes => Gen.OneOf(Gen.Choose(0, 24 * 60 - 1), Gen.Choose(0, 4 * 60), Gen.Choose(0, 8).Select(half => half * 30))
        .Select(minutes => new TimeOnly(minutes / 60, minutes % 60));

    private static TimeOnly HalfHour(int number) => TimeOnly.MinValue.AddMinutes(number * 30);

    private static Gen<string> Fields => Gen.Elements(FieldNames);

    private static Gen<string> Values => Gen.Elements("1", "20.5", "vip", "VIP", " Auckland", "grüße", "a@example.com", "\"quoted\"", "%", "日本");

    private static Gen<string> Ids => Gen.Elements("1cf118a0326d47aa851a90b9674e90aa", "north", "south", "7", "ä-ö");

    private static Gen<RuleFilter> Filters =>
        from named in Fields
        from test in Gen.Elements(Enum.GetValues<FilterTest>())
        from texts in Gen.NonEmptyListOf(Values)
        from number in Gen.Choose(-100, 10_000)
        select new RuleFilter(named, test, test switch
        {
            FilterTest.IsEmpty or FilterTest.IsNotEmpty => [],
            FilterTest.AtLeast or FilterTest.AtMost => [(number / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture)],
            _ => [.. texts],
        });

    private static Gen<LocationTarget> Targets =>
        from location in Ids
        from pom in Ids.Select(PomDisplayId (id) => PomDisplayId.Parse(id)).OrNone()
        select new LocationTarget(LocationDisplayId.Parse(location), pom);

    private static Gen<LocationRow> LocationRows =>
        from named in Fields from value in Values from target in Targets select new LocationRow(named, value, target);

    private static Gen<ProgrammeRow> ProgrammeRows =>
        from named in Fields from value in Values from id in Ids select new ProgrammeRow(named, value, ProgrammeDisplayId.Parse(id));

    private static Gen<IReadOnlyList<MetadataRow>> MetadataRows =>
        from keys in Gen.SubListOf("invoice_no", "Channel", "channel", "a key", "ключ")
        from templates in Gen.ArrayOf(
            Gen.Elements("%Order.OrderNumber%", "No. %Order.OrderNumber% of %Order.Warehouse%", "web", "50 % off", "%Booking.VenueId%"), keys.Count)
        select (IReadOnlyList<MetadataRow>)[.. keys.Select((key, i) => new MetadataRow(key, MetadataTemplate.Parse(templates[i])))];

    private static Gen<SendRule> Rules =>
        from basics in
            from key in Ids
            from name in Values
            from enabled in Rare(Gen.Constant(true), false)
            from store in Gen.Constant(Some.Store).OrNone()
            from client in Gen.Elements(Some.Connection.ClientDisplayId, ClientDisplayId.Parse("another")).OrNone()
            from trigger in Gen.Elements(Enum.GetValues<Trigger>())
            from activeFrom in InstantIn(TimeZoneInfo.Utc).OrNone()
            from days in Gen.Choose(0, SendDelay.MaximumDays)
            from minutes in Gen.Choose(0, 24 * 60)
            select (key, name, enabled, store, client: store is null ? client : null, trigger, activeFrom, delay: new SendDelay(days, TimeSpan.FromMinutes(minutes)))
        from conditions in
            from window in Windows.OrNull()
            from filters in UpToThree(Filters)
            from consent in (from named in Fields from values in Gen.NonEmptyListOf(Values) select new ConsentNeed(named, [.. values])).OrNull()
            from sample in Gen.Frequency((3, Gen.Constant(100.0)), (1, Gen.Choose(1, 9_999).Select(x => x / 100.0)))
            from cap in Gen.Choose(1, FrequencyCap.MaximumDays).Select(cap => new FrequencyCap(cap)).OrNull()
            from age in Gen.Choose(1, SendRule.LongestMaximumAge)
            from inAddition in Gen.Elements(true, false)
            from shipment in Gen.Elements(Enum.GetValues<ShipmentPick>())
            from rental in Gen.Elements(Enum.GetValues<RentalPick>())
            select (window, filters, consent, sample, cap, age, inAddition, shipment, rental)
        from mapping in
            from contact in Gen.Elements(Enum.GetValues<ContactNeed>())
            from foreign in Gen.Elements(true, false)
            from programme in Ids
            from programmes in UpToThree(ProgrammeRows)
            from locations in UpToThree(LocationRows)
            from location in Targets
            from metadata in MetadataRows
            select (contact, foreign, programme, programmes, locations, location, metadata)
        select new SendRule
        {
            Key = RuleKey.Parse(basics.key),
            Name = basics.name,
            Enabled = basics.enabled,
            Store = basics.store,
            Client = basics.client,
            Trigger = basics.trigger,
            ActiveFrom = basics.activeFrom,
            Delay = basics.delay,
            Window = conditions.window,
            Filters = conditions.filters,
            Consent = conditions.consent,
            SamplePercent = conditions.sample,
            Cap = conditions.cap,
            MaximumAgeDays = conditions.age,
            InAddition = conditions.inAddition,
            Shipment = conditions.shipment,
            Rental = conditions.rental,
            Contact = mapping.contact,
            ForeignNumbers = mapping.foreign,
            Programme = ProgrammeDisplayId.Parse(mapping.programme),
            Programmes = mapping.programmes,
            Locations = mapping.locations,
            DefaultLocation = mapping.location,
            Metadata = mapping.metadata,
        };

    private static Gen<SubjectSnapshot> Subjects =>
        from status in Rare(Gen.Constant(SubjectStatus.Active), SubjectStatus.Cancelled)
        from awaits in Rare(Gen.Constant((string?)null), "The last shipment has not been delivered.")
        from moved in InstantIn(TimeZoneInfo.Utc).OrNone()
        from values in Gen.ArrayOf(UpToThree(Values), FieldNames.Length)
        select Some.Subject with
        {
            Status = status,
            Awaits = awaits,
            OccurredAt = moved,
            Fields = SubjectFields.From(FieldNames.Select((name, i) => KeyValuePair.Create(name, values[i].Select(string? (value) => value)))),
        };

    private static Gen<T> Rare<T>(Gen<T> usual, T rare) => Gen.Frequency((8, usual), (1, Gen.Constant(rare)));

    private static Gen<IReadOnlyList<T>> UpToThree<T>(Gen<T> items) =>
        from count in Gen.Choose(0, 3) from list in Gen.ArrayOf(items, count) select (IReadOnlyList<T>)list;

    private static Gen<T?> OrNone<T>(this Gen<T> value)
        where T : struct =>
        Gen.OneOf(Gen.Constant((T?)null), value.Select(some => (T?)some));
}
