using CustomerRadar.StoreTests.Admin;
using CustomerRadar.StoreTests.Running;
using CustomerRadar.StoreTests.Shop;

namespace CustomerRadar.StoreTests.Scenarios;

/// <summary>The ways in which an order comes into the store.</summary>
public sealed class OrderDesk(Store store, AdminSession admin)
{
    /// <summary>A guest orders one.</summary>
    public Task<OrderNumber> AsGuestAsync(Product product, Buyer buyer) => AsGuestAsync(product, buyer, quantity: 1);

    /// <summary>A guest orders several.</summary>
    public async Task<OrderNumber> AsGuestAsync(Product product, Buyer buyer, int quantity)
    {
        var visit = await store.VisitAsync();
        await visit.AddToCartAsync(product, quantity);
        return await visit.CheckOutAsync(buyer);
    }

    /// <summary>A customer with an account orders.</summary>
    public async Task<OrderNumber> AsCustomerAsync(Product product, Buyer buyer)
    {
        var visit = await store.VisitAsync();
        await visit.RegisterAsync(buyer);
        await visit.AddToCartAsync(product);
        return await visit.CheckOutAsync(buyer);
    }

    /// <summary>A customer with an account orders; then the account is deleted.</summary>
    public async Task<OrderNumber> AsDeletedCustomerAsync(Product product, Buyer buyer)
    {
        var order = await AsCustomerAsync(product, buyer);
        await (await (await admin.OpenAsync(order)).CustomerAsync()).DeleteAsync();
        return order;
    }

    /// <summary>A guest orders and pays, and then orders again.</summary>
    public async Task<OrderNumber> AgainAsync(Product product, Buyer buyer)
    {
        await (await admin.OpenAsync(await AsGuestAsync(product, buyer))).MarkAsPaidAsync();
        return await AsGuestAsync(product, buyer);
    }

    /// <summary>A guest orders whose number is on the list of opt-outs, and whose e-mail address is not.</summary>
    public async Task<OrderNumber> AsOptedOutAsync(Product product, Buyer buyer)
    {
        await admin.Configuration.OpenAsync();
        await admin.Configuration.OptOuts.TypeAsync(buyer.Phone);
        Assert.That(await admin.Configuration.OptOuts.AddAsync(), Does.StartWith("Contacts: 1."));
        return await AsGuestAsync(product, buyer);
    }

    /// <summary>A guest orders whose e-mail address has come onto the list of opt-outs with a file.</summary>
    public async Task<OrderNumber> AsOptedOutByFileAsync(Product product, Buyer buyer)
    {
        await admin.Configuration.OpenAsync();
        await admin.Configuration.OptOuts.ChooseFileAsync("opt-outs.csv", $"Name,Email,Phone\n\"{buyer.LastName}, {buyer.FirstName}\",{buyer.Email},\n");
        Assert.That(await admin.Configuration.OptOuts.AddAsync(), Does.StartWith("Contacts: 1."));
        return await AsGuestAsync(product, buyer);
    }

    /// <summary>The administrator orders in a customer's name, who has ordered before.</summary>
    public async Task<OrderNumber> AsAdministratorAsync(Product product, Buyer buyer)
    {
        var before = await AsCustomerAsync(product, buyer);
        var customer = await (await admin.OpenAsync(before)).CustomerAsync();
        return await customer.OrderForAsync(product, buyer);
    }

    /// <summary>A customer subscribes, and the second payment comes.</summary>
    public async Task<OrderNumber> AsRenewalAsync(Product product, Buyer buyer)
    {
        await admin.Cards.ChooseAsync(take: true);
        var first = await AsCustomerAsync(product, buyer with { Payment = Buyer.ByCard });
        return await (await admin.OpenAsync(first)).RenewAsync();
    }

    /// <summary>A guest orders by card; the payment is authorised and not taken.</summary>
    public async Task<OrderNumber> AuthorisedAsync(Product product, Buyer buyer)
    {
        await admin.Cards.ChooseAsync(take: false);
        return await AsGuestAsync(product, buyer with { Payment = Buyer.ByCard });
    }
}
