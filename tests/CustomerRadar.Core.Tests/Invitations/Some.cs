using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Core.Tests.Invitations;

/// <summary>Valid examples; a test changes what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly StoreKey Store = StoreKey.Parse("1");

    public static readonly Interaction Interaction =
        new(Store, Trigger.OrderPaid, SubjectKey.Parse("order:123"), Noon, InteractionOrigin.Event);

    public static readonly SendRule Rule = new()
    {
        Key = RuleKey.Parse("after-payment"),
        Name = "After payment",
        Trigger = Trigger.OrderPaid,
        Programme = ProgrammeDisplayId.Parse("1cf118a0326d47aa851a90b9674e90aa"),
        DefaultLocation = new LocationTarget(LocationDisplayId.Parse("1cf118a0326d47aa851a90b9674e90aa")),
    };

    public static readonly Connection Connection = new()
    {
        Key = ConnectionKey.Parse("main"),
        BaseAddress = BaseAddress.Parse("http://127.0.0.1:9"),
        Username = "testing",
        Password = new Secret("testing12345"),
        ClientDisplayId = ClientDisplayId.Parse("8291a9ed952342c5b5fe2915f2189e7c"),
        HomeCountry = "NZ",
    };

    public static readonly SubjectSnapshot Subject = new()
    {
        Contact = new Contact { Emails = ["abc@example.com"], FirstName = "Dave", LastName = "Brown" },
    };

    public static readonly LeasedInvitation Leased = new()
    {
        Lease = new Lease(new InvitationId(7), Guid.Parse("6f1f5a52-8a5c-4f0e-9d6c-0a4bd3a1c001"), Noon, Noon.AddMinutes(2)),
        Interaction = Interaction,
        Rule = Rule.Key,
        FirstDueAt = Noon,
        DueAt = Noon,
        Attempts = 0,
        Retries = 0,
    };

    public static RuleBook Book(params SendRule[] rules) =>
        new(rules, new Dictionary<StoreKey, Connection> { [Store] = Connection });
}
