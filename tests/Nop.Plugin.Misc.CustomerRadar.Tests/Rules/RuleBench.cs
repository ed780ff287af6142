using CustomerRadar.Core.Api;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Nop.Core.Domain.Security;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.CustomerRadar.Extensions;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Plugin.Misc.CustomerRadar.Rules;
using Nop.Plugin.Misc.CustomerRadar.Secrets;
using Nop.Services.Helpers;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Rules;

/// <summary>Rules in memory, rows that wait under them, and a note of everything that is asked for.</summary>
internal sealed class RuleBench
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<RuleKey, SendRule> _rules = [];
    private readonly Mock<ISendRuleStore> _store = new(MockBehavior.Strict);
    private readonly Mock<IRuleBooks> _books = new(MockBehavior.Strict);
    private readonly Mock<IPauses> _pauses = new(MockBehavior.Strict);
    private readonly Mock<IInvitationCommands> _commands = new(MockBehavior.Strict);
    private readonly Mock<IInvitationQueries> _queries = new(MockBehavior.Strict);

    public RuleBench(params SendRule[] rules)
    {
        foreach (var rule in rules)
            _rules.Add(rule.Key, rule);
        _store.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => new StoredRules([.. _rules.Values], Unreadable));
        _store.Setup(x => x.SaveAsync(It.IsAny<SendRule>(), It.IsAny<CancellationToken>())).Callback((SendRule rule, CancellationToken _) => Note($"save {rule.Key}", () => _rules[rule.Key] = rule)).Returns(Task.CompletedTask);
        _store.Setup(x => x.DeleteAsync(It.IsAny<RuleKey>(), It.IsAny<CancellationToken>())).Callback((RuleKey key, CancellationToken _) => Note($"delete {key}", () => _rules.Remove(key))).Returns(Task.CompletedTask);
        _store.Setup(x => x.TryReplaceAsync(It.IsAny<StoredRules>(), It.IsAny<IReadOnlyList<SendRule>>(), It.IsAny<IReadOnlyList<RuleKey>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((StoredRules seen, IReadOnlyList<SendRule> saved, IReadOnlyList<RuleKey> deleted, CancellationToken _) => Replace(seen, saved, deleted));
        _books.Setup(x => x.ReadAsync(It.IsAny<CancellationToken>())).Callback(() => Done.Add("read book")).ReturnsAsync(() => new RuleBook(_rules.Values, Connections));
        _pauses.Setup(x => x.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => new PauseReading([.. Pauses], Now));
        _pauses.Setup(x => x.ChangeAsync(It.IsAny<PauseScope>(), It.IsAny<Func<Pause?, DateTimeOffset, Pause?>>(), It.IsAny<CancellationToken>()))
            .Callback((PauseScope scope, Func<Pause?, DateTimeOffset, Pause?> _, CancellationToken _) => Done.Add($"resume {scope}")).ReturnsAsync((Pause?)null);
        _commands.Setup(x => x.CancelRuleAsync(It.IsAny<RuleKey>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).Callback((RuleKey key, string _, CancellationToken _) => Done.Add($"cancel {key}")).ReturnsAsync(1);
        _commands.Setup(x => x.WaitingAsync(It.IsAny<RuleKey>(), It.IsAny<InvitationId>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).Callback((RuleKey key, InvitationId _, int _, CancellationToken _) => Done.Add($"replan {key}")).ReturnsAsync([]);
        _queries.Setup(x => x.CountByStateAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Dictionary<InvitationState, int>());
        _queries.Setup(x => x.ListAsync(It.IsAny<InvitationFilter>(), 1, 1, It.IsAny<CancellationToken>()))
            .ReturnsAsync((InvitationFilter filter, int _, int _, CancellationToken _) => new Page<InvitationRow>([], 1, 1, filter.State == InvitationState.Pending ? Waiting.GetValueOrDefault(filter.Rule?.ToString() ?? "") : 0));
    }

    public List<string> Done { get; } = [];

    /// <summary>What somebody else does after the import has looked, and before it writes.</summary>
    public Action<RuleBench>? Between { get; set; }

    public List<UnreadableRule> Unreadable { get; } = [];

    public List<Pause> Pauses { get; } = [];

    public Dictionary<string, int> Waiting { get; } = [];

    public Dictionary<StoreKey, Connection> Connections { get; } = [];

    public ISendRuleStore Rules => _store.Object;

    /// <summary>Somebody else stores a rule.</summary>
    public void Store(SendRule rule) => _rules[rule.Key] = rule;

    public IInvitationQueries Queries => _queries.Object;

    public RuleWriting Writing => new(
        _store.Object,
        _books.Object,
        new SendingPauses(_pauses.Object, new InstallationKey(Key)),
        _commands.Object,
        new InvitationPlanner(Mock.Of<IOutbox>(), _commands.Object, _books.Object, Mock.Of<IInvitationScheduler>()));

    private static IKeptValues Key => Mock.Of<IKeptValues>(
        values => values.ReadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()) == Task.FromResult<string?>(Convert.ToBase64String(new byte[32])));

    /// <summary>An import in a shop of these stores; those that have a client have a connection to it, the first one's is that of all stores.</summary>
    public RuleImport Import(params (int Id, string Name, string? Client)[] stores)
    {
        const string Key = "273ece6f97dd844d";
        var settings = new FakeSettings();
        foreach (var (id, _, client) in stores)
        {
            var own = new CustomerRadarSettings { ApiAddress = "https://api.feedback.fyi", Username = "u", ProtectedPassword = PasswordVault.Protect("p", Key), ClientDisplayId = client ?? "" };
            settings.With(own, id);
        }

        settings.With(new CustomerRadarSettings { ClientDisplayId = stores[0].Client ?? "" }, 0);
        var shop = Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(stores.Select(store => new Store { Id = store.Id, Name = store.Name }).ToList()));
        var names = new StoreNames(shop);
        return new RuleImport(
            Rules,
            Queries,
            new RuleImportCheck(Tokens, names),
            new StoreConnections(settings, shop, Mock.Of<IDateTimeHelper>(x => x.DefaultStoreTimeZone == TimeZoneInfo.Utc), new SecuritySettings { EncryptionKey = Key }),
            names,
            Writing,
            new FakeTimeProvider(Now));
    }

    public RuleExport Export => new(Rules, new StoreNames(Mock.Of<IStoreService>(x => x.GetAllStoresAsync() == Task.FromResult<IList<Store>>(new List<Store> { new() { Id = 1, Name = "One" } }))), new FakeTimeProvider(Now));

    public PageRule Page => new(_store.Object, _queries.Object, Tokens, new FakeTimeProvider(Now));

    public static TokenCatalogue Tokens => new([], new OtherPlugins([], [], [], new StoreTables(Mock.Of<IServiceProvider>())));

    public static SendRule Rule(string key, int? store = null) => new()
    {
        Key = RuleKey.Parse(key),
        Name = key,
        Store = store is { } id ? StoreKey.Parse($"{id}") : null,
        Trigger = Trigger.OrderPaid,
        ActiveFrom = Now.AddDays(-9),
        Programme = ProgrammeDisplayId.Parse("programme"),
        DefaultLocation = new LocationTarget(LocationDisplayId.Parse("location")),
    };

    private bool Replace(StoredRules seen, IReadOnlyList<SendRule> saved, IReadOnlyList<RuleKey> deleted)
    {
        Between?.Invoke(this);
        if (new StoredRules([.. _rules.Values], Unreadable).Text != seen.Text)
            return false;
        foreach (var rule in saved)
            Note($"save {rule.Key}", () => _rules[rule.Key] = rule);
        foreach (var key in deleted)
            Note($"delete {key}", () => _rules.Remove(key));
        return true;
    }

    private void Note(string what, Action change)
    {
        Done.Add(what);
        change();
    }
}
