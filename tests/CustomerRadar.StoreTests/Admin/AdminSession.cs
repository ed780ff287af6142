using CustomerRadar.StoreTests.Running;
using Microsoft.Playwright;

namespace CustomerRadar.StoreTests.Admin;

/// <summary>An administrator at work.</summary>
public sealed class AdminSession
{
    private const string FinishImpersonation = ".finish-impersonation";

    private readonly IPage _page;

    private AdminSession(Store store, IPage page)
    {
        _page = page;
        Plugins = new PluginList(store, page);
        Configuration = new ConfigurePage(page);
        Invitations = new Outbox(page);
        Products = new ProductShelf(page);
        Log = new StoreLog(page);
        Warnings = new SystemWarnings(page);
        Mails = new QueuedMails(page);
        Cards = new CardPayments(page);
        Stores = new StoreList(page);
    }

    /// <summary>Configuration > Local plugins.</summary>
    public PluginList Plugins { get; }

    /// <summary>The plugin's own page.</summary>
    public ConfigurePage Configuration { get; }

    /// <summary>The plugin's rows.</summary>
    public Outbox Invitations { get; }

    /// <summary>Products for the tests to buy.</summary>
    public ProductShelf Products { get; }

    /// <summary>System > Log.</summary>
    public StoreLog Log { get; }

    /// <summary>System > Warnings.</summary>
    public SystemWarnings Warnings { get; }

    /// <summary>System > Message queue.</summary>
    public QueuedMails Mails { get; }

    /// <summary>The payment method for cards.</summary>
    public CardPayments Cards { get; }

    /// <summary>Configuration > Stores.</summary>
    public StoreList Stores { get; }

    /// <summary>Logs in.</summary>
    /// <exception cref="InvalidOperationException">The store did not let the administrator in; the message is the store's.</exception>
    public static async Task<AdminSession> LogInAsync(Store store, IPage page, string email, string password)
    {
        await page.GotoAsync("login?returnUrl=%2FAdmin%2FPlugin%2FList");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", password);
        await page.ToNextPageAsync(() => page.ClickAsync("button.login-button"));
        // A run that was ended in the middle may have left the administrator in a customer's name, which the store remembers.
        if (await page.Locator(FinishImpersonation).CountAsync() > 0)
        {
            await page.ToNextPageAsync(() => page.ClickAsync(FinishImpersonation));
            await page.GotoAsync("Admin/Plugin/List");
        }

        return page.Url.Contains("/Admin/", StringComparison.OrdinalIgnoreCase)
            ? new AdminSession(store, page)
            : throw new InvalidOperationException($"NOPCOMMERCE_ADMIN could not log in. {string.Join(" ", await page.ComplaintsAsync())}");
    }

    /// <summary>An order's page.</summary>
    public async Task<OrderPage> OpenAsync(OrderNumber order)
    {
        var opened = new OrderPage(_page, order);
        await opened.OpenAsync();
        return opened;
    }
}
