using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;

namespace CustomerRadar.Core.Rules;

/// <summary>A send rule: who is invited when, for which location, with which metadata. Immutable; a saved rule is a new one.</summary>
public sealed record SendRule
{
    /// <summary>The longest <see cref="MaximumAgeDays"/>.</summary>
    public const int LongestMaximumAge = 365;

    /// <summary>The <see cref="MaximumAgeDays"/> of a rule that says nothing.</summary>
    public const int DefaultMaximumAge = 30;

    /// <summary>The stable key, part of what makes an invitation unique.</summary>
    public required RuleKey Key { get; init; }

    /// <summary>The name that the merchant gave, for pages and reasons.</summary>
    public required string Name { get; init; }

    /// <summary>The store that the rule serves; null for all stores, see <see cref="Client"/>.</summary>
    public StoreKey? Store { get; init; }

    /// <summary>For a rule of all stores: it serves only stores of this client at Customer Radar; null (default): every store with a connection.</summary>
    public ClientDisplayId? Client { get; init; }

    /// <summary>False: no new invitations are planned and waiting ones are held. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What has to happen.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>Interactions before this instant are not invited (imported history, a rule enabled today). Null: no limit.</summary>
    public DateTimeOffset? ActiveFrom { get; init; }

    /// <summary>How long after the interaction. Default none.</summary>
    public SendDelay Delay { get; init; }

    /// <summary>When it may be sent; null (default): at any time.</summary>
    public SendWindow? Window { get; init; }

    /// <summary>Which shipment of several the shipment triggers mean. Default <see cref="ShipmentPick.First"/>.</summary>
    public ShipmentPick Shipment { get; init; }

    /// <summary>How many invitations several rentals of an order give. Default <see cref="RentalPick.Order"/>.</summary>
    public RentalPick Rental { get; init; }

    /// <summary>Conditions that all have to be met. Default none.</summary>
    public IReadOnlyList<RuleFilter> Filters { get; init; } = [];

    /// <summary>The consent that is needed; null (default): none beyond the merchant's own terms.</summary>
    public ConsentNeed? Consent { get; init; }

    /// <summary>How many of a hundred are invited, more than 0 to 100; drawn once for each subject. Default 100.</summary>
    public double SamplePercent { get; init; } = 100;

    /// <summary>At most one invitation a contact in a period; null (default): no limit of ours, Customer Radar has one of its own.</summary>
    public FrequencyCap? Cap { get; init; }

    /// <summary>True: it invites although another rule has invited for the same order or booking. Default false.</summary>
    public bool InAddition { get; init; }

    /// <summary>How many days after its due time an invitation may still go out, 1 to 365. Default 30.</summary>
    public int MaximumAgeDays { get; init; } = DefaultMaximumAge;

    /// <summary>Which contact the programme needs. Default <see cref="ContactNeed.EmailOrMobile"/>.</summary>
    public ContactNeed Contact { get; init; }

    /// <summary>True: a mobile number of another country than the connection's goes out in E.164; false (default): it is not used.</summary>
    public bool ForeignNumbers { get; init; }

    /// <summary>Ordered programme rows; the first whose value matches wins, else <see cref="Programme"/>. Default none.</summary>
    public IReadOnlyList<ProgrammeRow> Programmes { get; init; } = [];

    /// <summary>The programme at Customer Radar.</summary>
    public required ProgrammeDisplayId Programme { get; init; }

    /// <summary>Ordered location rows; the first whose value matches wins.</summary>
    public IReadOnlyList<LocationRow> Locations { get; init; } = [];

    /// <summary>The location when no row matches; null: an interaction without a matching row is skipped with that reason.</summary>
    public LocationTarget? DefaultLocation { get; init; }

    /// <summary>The metadata rows, sent in this order.</summary>
    public IReadOnlyList<MetadataRow> Metadata { get; init; } = [];

    /// <summary>Every field that the rule names: what a subject reader has to compute. Only those of the metadata leave the shop, besides contact and name.</summary>
    public IReadOnlySet<string> Fields => Metadata.SelectMany(row => row.Template.Tokens)
        .Concat(Locations.Select(row => row.Field))
        .Concat(Programmes.Select(row => row.Field))
        .Concat(Filters.Select(filter => filter.Field))
        .Concat(Consent is { } consent ? [consent.Field] : [])
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True when both give every interaction the same due time.</summary>
    public bool IsDueAs(SendRule other) => Delay == other.Delay && Equals(Window, other.Window);

    /// <summary>
    /// The rule as one that starts now: for rules that are switched on, copied or imported, so that the past is not invited. A later start stays.
    /// </summary>
    /// <param name="now">The instant from which on interactions are invited.</param>
    public SendRule StartingAt(DateTimeOffset now) => this with { ActiveFrom = ActiveFrom > now ? ActiveFrom : now };

    /// <summary>
    /// The rule as it is to be saved in the place of another, so that the past is not invited: it starts now, unless it goes on with what the other
    /// one was doing. Then it keeps that start, since what waits under it would be skipped otherwise. A later start stays.
    /// </summary>
    /// <param name="before">The rule of the same key that is saved; null for none.</param>
    /// <param name="now">The instant of saving.</param>
    public SendRule Replacing(SendRule? before, DateTimeOffset now) =>
        before is { Enabled: true } && Enabled && before.Trigger == Trigger && before.Store == Store
            ? this with { ActiveFrom = ActiveFrom > now ? ActiveFrom : before.ActiveFrom }
            : StartingAt(now);
}
