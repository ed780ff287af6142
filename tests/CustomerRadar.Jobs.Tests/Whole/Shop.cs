using System.Globalization;
using CustomerRadar.Core.Api;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;

namespace CustomerRadar.Jobs.Tests.Whole;

/// <summary>A shop with orders 1, 2, 3 … that all stand; each has a customer of its own unless the test says otherwise.</summary>
internal sealed class Shop(Uri api) : IRuleBooks, ISubjectReader
{
    public static readonly StoreKey Store = StoreKey.Parse("1");

    public static readonly SendRule Rule = new()
    {
        Key = RuleKey.Parse("after-payment"),
        Name = "After payment",
        Trigger = Trigger.OrderPaid,
        Programme = ProgrammeDisplayId.Parse("1cf118a0326d47aa851a90b9674e90aa"),
        DefaultLocation = new LocationTarget(
            LocationDisplayId.Parse("1cf118a0326d47aa851a90b9674e90aa"), PomDisplayId.Parse("7547ct569yh67n0326vghddte86bkkn")),
        Metadata = [new MetadataRow("order", MetadataTemplate.Parse("%Order.OrderNumber%"))],
    };

    private volatile RuleBook? _book;

    /// <summary>The rules; a change counts from the next job on.</summary>
    public IReadOnlyList<SendRule> Rules
    {
        get => [.. Current.Rules];
        set => _book = Book(value, Connection);
    }

    public Connection Connection
    {
        get => Current.ConnectionOf(Store)!;
        set => _book = Book([.. Current.Rules], value);
    }

    /// <summary>Gives the e-mail address of an order's customer.</summary>
    public Func<int, string> EmailOf { get; set; } = order => string.Create(CultureInfo.InvariantCulture, $"customer{order}@example.com");

    /// <summary>Runs before an order is read, which is between lease and mark; gets its number. Null for nothing.</summary>
    public Func<int, Task>? BeforeRead { get; set; }

    public RuleBook Current => _book ??= Book([Rule], new Connection
    {
        Key = ConnectionKey.Parse("main"),
        BaseAddress = BaseAddress.Parse(api.ToString()),
        Username = "testing",
        Password = new Secret("testing12345"),
        ClientDisplayId = ClientDisplayId.Parse("8291a9ed952342c5b5fe2915f2189e7c"),
        HomeCountry = "NZ",
    });

    public static SubjectKey Order(int number) => SubjectKey.Parse(string.Create(CultureInfo.InvariantCulture, $"order:{number}"));

    public Task<RuleBook> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Current);

    public async Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        var number = request.Subject.ToString()["order:".Length..];
        var order = int.Parse(number, CultureInfo.InvariantCulture);
        if (BeforeRead is { } before)
            await before(order);
        return new SubjectSnapshot
        {
            Contact = new Contact { Emails = [EmailOf(order)] },
            Fields = SubjectFields.From([KeyValuePair.Create("Order.OrderNumber", (string?)number)]),
        };
    }

    private static RuleBook Book(IEnumerable<SendRule> rules, Connection connection) =>
        new(rules, new Dictionary<StoreKey, Connection> { [Store] = connection });
}
