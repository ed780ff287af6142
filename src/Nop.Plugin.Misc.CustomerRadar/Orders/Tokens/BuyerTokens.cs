using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>Who bought, and how this order stands among the others of the buyer.</summary>
internal static class BuyerTokens
{
    // The store writes this note, and no field, when an administrator orders in a customer's name; it is not translated.
    private const string PlacedByAdministrator = "Order placed by a store owner";

    public static IReadOnlyDictionary<string, TokenReader> All { get; } = new Dictionary<string, TokenReader>
    {
        ["Customer.Id"] = Token.One(facts => Token.Text(facts.Order.CustomerId)),
        ["Customer.Email"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => customer.Email),
        ["Customer.Username"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => customer.Username),
        ["Customer.FirstName"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => customer.FirstName),
        ["Customer.LastName"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => customer.LastName),
        ["Customer.FullName"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => $"{customer.FirstName} {customer.LastName}".Trim()),
        ["Customer.Company"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => customer.Company),
        ["Customer.VatNumber"] = Token.Of<Customer>(facts => facts.CustomerAsync(), customer => customer.VatNumber),
        ["Customer.Roles"] = Token.Many<CustomerRole>(RolesAsync, role => role.Name),
        ["Customer.IsGuest"] = Token.One(async facts => Token.Text((await RolesAsync(facts)).Any(role => role.SystemName == NopCustomerDefaults.GuestsRoleName))),
        ["Order.CustomerOrderNumber"] = Token.One(NumberAsync),
        ["Order.PlacedByAdministrator"] = Token.One(PlacedByAdministratorAsync),
        ["Order.Subscription"] = Token.One(SubscriptionAsync),
        ["Order.OpenReturnRequests"] = Token.One(OpenReturnRequestsAsync),
    };

    private static async Task<IReadOnlyList<CustomerRole>> RolesAsync(OrderFacts facts)
    {
        var customerId = facts.Order.CustomerId;
        var links = await facts.Sources.Tables.ListAsync<CustomerCustomerRoleMapping>(rows => rows.Where(row => row.CustomerId == customerId));
        return [.. (await facts.Sources.Tables.FindAsync<CustomerRole>(links.Select(link => link.CustomerRoleId))).Where(role => role.Active)];
    }

    // 1 for the first order of the customer; cancelled and deleted ones do not count, this one does.
    private static async Task<string?> NumberAsync(OrderFacts facts)
    {
        var (customerId, orderId, cancelled) = (facts.Order.CustomerId, facts.Order.Id, (int)OrderStatus.Cancelled);
        var earlier = await facts.Sources.Tables.CountAsync<Order>(orders => orders
            .Where(order => order.CustomerId == customerId && order.Id < orderId && !order.Deleted && order.OrderStatusId != cancelled));
        return Token.Text(earlier + 1);
    }

    private static async Task<string?> PlacedByAdministratorAsync(OrderFacts facts)
    {
        var orderId = facts.Order.Id;
        return Token.Text(await facts.Sources.Tables.CountAsync<OrderNote>(notes => notes
            .Where(note => note.OrderId == orderId && note.Note.StartsWith(PlacedByAdministrator))) > 0);
    }

    // "First", "Renewal", or nothing for an order without a subscription. By the customer: the history has no index on the order.
    private static async Task<string?> SubscriptionAsync(OrderFacts facts)
    {
        var (tables, orderId, customerId) = (facts.Sources.Tables, facts.Order.Id, facts.Order.CustomerId);
        if (await tables.CountAsync<RecurringPayment>(payments => payments.Where(payment => payment.InitialOrderId == orderId)) > 0)
            return "First";
        var renewals = await tables.CountAsync<RecurringPaymentHistory>(rows =>
            from row in rows
            join payment in tables.All<RecurringPayment>() on row.RecurringPaymentId equals payment.Id
            join initial in tables.All<Order>() on payment.InitialOrderId equals initial.Id
            where initial.CustomerId == customerId && row.OrderId == orderId
            select row);
        return renewals > 0 ? "Renewal" : null;
    }

    private static async Task<string?> OpenReturnRequestsAsync(OrderFacts facts)
    {
        var customerId = facts.Order.CustomerId;
        List<int> itemIds = [.. (await facts.ItemsAsync()).Select(item => item.Id)];
        List<int> open = [(int)ReturnRequestStatus.Pending, (int)ReturnRequestStatus.Received, (int)ReturnRequestStatus.ReturnAuthorized];
        return Token.Text(await facts.Sources.Tables.CountAsync<ReturnRequest>(requests => requests.Where(request =>
            request.CustomerId == customerId && itemIds.Contains(request.OrderItemId) && open.Contains(request.ReturnRequestStatusId))));
    }
}
