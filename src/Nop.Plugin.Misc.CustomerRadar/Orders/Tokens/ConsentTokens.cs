using System.Globalization;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Gdpr;
using Nop.Core.Domain.Messages;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>What the buyer agreed to: checkout attributes, GDPR consents, newsletter subscriptions.</summary>
internal static class ConsentTokens
{
    public static IReadOnlyDictionary<string, TokenReader> All { get; } = new Dictionary<string, TokenReader>
    {
        ["Order.CheckoutAttributes"] = async facts => (await AttributesAsync(facts))
            .Select(attribute => $"{attribute.Name}: {string.Join(", ", attribute.Values)}"),
        ["Customer.GdprConsents"] = AgreedConsentsAsync,
        ["Customer.NewsletterSubscriptions"] = SubscriptionsAsync,
    };

    /// <summary>Tokens whose names end in the name or the number of something that the merchant made.</summary>
    public static IReadOnlyDictionary<string, Func<OrderFacts, string, Task<IEnumerable<string?>>>> Families { get; } =
        new Dictionary<string, Func<OrderFacts, string, Task<IEnumerable<string?>>>>
        {
            ["Order.CheckoutAttribute."] = async (facts, wanted) => (await AttributesAsync(facts))
                .Where(attribute => Is(wanted, attribute.Id, attribute.UntranslatedName)).SelectMany(attribute => attribute.Values),
            ["Customer.GdprConsent."] = async (facts, wanted) => [await ConsentAsync(facts, wanted)],
        };

    private static async Task<List<ChosenAttribute>> AttributesAsync(OrderFacts facts)
    {
        var (parser, xml) = (facts.Sources.CheckoutAttributes, facts.Order.CheckoutAttributesXml);
        var chosen = new List<ChosenAttribute>();
        if (string.IsNullOrEmpty(xml))
            return chosen;

        var values = await parser.ParseAttributeValuesAsync(xml);
        foreach (var attribute in await parser.ParseAttributesAsync(xml))
        {
            // An uploaded file is stored as the number of a download.
            if (attribute.AttributeControlType == AttributeControlType.FileUpload)
                continue;
            var texts = new List<string>();
            foreach (var value in values.Where(value => value.AttributeId == attribute.Id))
                texts.Add(await facts.NameAsync(value, value.Name) ?? "");
            if (texts.Count == 0 && IsTyped(attribute.AttributeControlType))
                texts.AddRange(parser.ParseValues(xml, attribute.Id));
            if (texts.Count > 0)
                chosen.Add(new ChosenAttribute(attribute.Id, attribute.Name, await facts.NameAsync(attribute, attribute.Name) ?? "", texts));
        }

        return chosen;
    }

    private static bool IsTyped(AttributeControlType type) =>
        type is AttributeControlType.TextBox or AttributeControlType.MultilineTextbox or AttributeControlType.Datepicker;

    // By number, by name, or by name in the spelling of a token.
    private static bool Is(string wanted, int id, string? name) =>
        wanted == Token.Text(id)
        || string.Equals(wanted, name?.Trim(), StringComparison.OrdinalIgnoreCase)
        || string.Equals(wanted, Token.Part(name ?? ""), StringComparison.OrdinalIgnoreCase);

    // The newest answer counts.
    private static async Task<Dictionary<int, bool>> AnswersAsync(OrderFacts facts)
    {
        var customerId = facts.Order.CustomerId;
        List<int> kinds = [(int)GdprRequestType.ConsentAgree, (int)GdprRequestType.ConsentDisagree];
        var log = await facts.Sources.Tables.ListAsync<GdprLog>(rows => rows
            .Where(row => row.CustomerId == customerId && kinds.Contains(row.RequestTypeId)).OrderBy(row => row.Id));
        var answers = new Dictionary<int, bool>();
        foreach (var row in log)
            answers[row.ConsentId] = row.RequestTypeId == (int)GdprRequestType.ConsentAgree;
        return answers;
    }

    private static async Task<IEnumerable<string?>> AgreedConsentsAsync(OrderFacts facts)
    {
        var agreed = (await AnswersAsync(facts)).Where(answer => answer.Value).Select(answer => answer.Key);
        return (await facts.Sources.Tables.FindAsync<GdprConsent>(agreed)).Select(consent => consent.Message);
    }

    private static async Task<string?> ConsentAsync(OrderFacts facts, string wanted) =>
        int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && (await AnswersAsync(facts)).TryGetValue(id, out var agreed)
            ? agreed ? "agreed" : "disagreed"
            : null;

    // A subscription belongs to an address and a store.
    private static async Task<IEnumerable<string?>> SubscriptionsAsync(OrderFacts facts)
    {
        var storeId = facts.Order.StoreId;
        List<string> emails = [.. new[] { (await facts.BillingAsync())?.Email, (await facts.CustomerAsync())?.Email }
            .Where(email => !string.IsNullOrWhiteSpace(email)).Select(email => email!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (emails.Count == 0)
            return [];
        var subscriptions = await facts.Sources.Tables.ListAsync<NewsLetterSubscription>(rows => rows
            .Where(row => emails.Contains(row.Email) && row.StoreId == storeId && row.Active));
        return (await facts.Sources.Tables.FindAsync<NewsLetterSubscriptionType>(subscriptions.Select(row => row.TypeId))).Select(type => type.Name);
    }

    private sealed record ChosenAttribute(int Id, string? UntranslatedName, string Name, List<string> Values);
}
