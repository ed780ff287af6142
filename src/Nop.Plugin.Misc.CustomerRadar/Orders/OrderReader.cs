using System.Globalization;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Rules;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>Reads an order as it is now, in a job: no request, no current customer, no faked one.</summary>
public sealed class OrderReader(OrderSources sources, IRuleBooks books)
{
    /// <summary>An order as it is now; null when it does not exist (any more).</summary>
    public async Task<SubjectSnapshot?> ReadAsync(SubjectRequest request, CancellationToken cancellationToken)
    {
        if (OrderSubject.Read(request.Subject) is not var (orderId, itemId) || await sources.Tables.FindAsync<Order>(orderId) is not { } order)
            return null;

        var facts = new OrderFacts(order, sources, itemId);
        var progress = await OrderProgress.OfAsync(request.Trigger, request.Rule, facts, books.Current?.ConnectionOf(request.Store)?.TimeZone);
        var reason = WhyItDoesNotStand(order, await facts.CustomerAsync());
        return new SubjectSnapshot
        {
            Status = reason is null ? SubjectStatus.Active : SubjectStatus.Cancelled,
            StatusReason = reason,
            OccurredAt = progress.OccurredAt,
            Awaits = progress.Awaits,
            CustomerId = order.CustomerId.ToString(CultureInfo.InvariantCulture),
            Contact = await ContactAsync(facts),
            Fields = await FieldsAsync(facts, request.Fields),
        };
    }

    private static string? WhyItDoesNotStand(Order order, Customer? customer) =>
        order.Deleted ? "The order was deleted."
        : order.OrderStatus == OrderStatus.Cancelled ? "The order was cancelled."
        : order.PaymentStatus == PaymentStatus.Refunded ? "The order was refunded in full."
        : order.PaymentStatus == PaymentStatus.Voided ? "The payment was voided."
        : customer is { Deleted: true } ? "The customer's account was deleted."
        : null;

    private static async Task<Contact> ContactAsync(OrderFacts facts)
    {
        var billing = await facts.BillingAsync();
        var shipping = await facts.ShippingAsync();
        var customer = await facts.CustomerAsync();
        return new Contact
        {
            Emails = [.. Filled(billing?.Email, shipping?.Email, customer?.Email)],
            Phones =
            [
                .. await PhoneAsync(facts, billing),
                .. await PhoneAsync(facts, shipping),
                .. await PhoneAsync(facts, customer?.Phone, customer?.CountryId),
            ],
            FirstName = Filled(billing?.FirstName, shipping?.FirstName, customer?.FirstName).FirstOrDefault(),
            LastName = Filled(billing?.LastName, shipping?.LastName, customer?.LastName).FirstOrDefault(),
        };
    }

    private static Task<IEnumerable<PhoneNumber>> PhoneAsync(OrderFacts facts, Address? address) =>
        PhoneAsync(facts, address?.PhoneNumber, address?.CountryId);

    private static async Task<IEnumerable<PhoneNumber>> PhoneAsync(OrderFacts facts, string? number, int? countryId) =>
        string.IsNullOrWhiteSpace(number) ? [] : [new PhoneNumber(number, (await facts.CountryAsync(countryId))?.TwoLetterIsoCode)];

    private static async Task<SubjectFields> FieldsAsync(OrderFacts facts, IReadOnlySet<string> names)
    {
        var fields = new List<KeyValuePair<string, IEnumerable<string?>>>(names.Count);
        foreach (var name in names)
            fields.Add(KeyValuePair.Create(name, await OrderTokens.ValuesAsync(name, facts)));
        return SubjectFields.From(fields);
    }

    private static IEnumerable<string> Filled(params string?[] texts) => texts.Where(text => !string.IsNullOrWhiteSpace(text))!;
}
