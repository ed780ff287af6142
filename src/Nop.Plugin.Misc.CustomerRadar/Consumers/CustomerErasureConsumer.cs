using System.Globalization;
using CustomerRadar.Core.Contacts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nop.Core.Domain.Gdpr;
using Nop.Plugin.Misc.CustomerRadar.Hosting;
using Nop.Plugin.Misc.CustomerRadar.Orders;
using Nop.Services.Events;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Consumers;

/// <summary>
/// A customer was erased (GDPR tools of the store): what waits for the person is cancelled, and a keyed hash stays behind that keeps later
/// invitations away. Other than an order's event nobody finds a lost one later, so a failure is always logged, with what to do.
/// </summary>
public sealed partial class CustomerErasureConsumer(PluginGate gate, IServiceProvider services, TimeProvider time, ILogger<CustomerErasureConsumer> log)
    : IConsumer<CustomerPermanentlyDeleted>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task HandleEventAsync(CustomerPermanentlyDeleted eventMessage)
    {
        if (!gate.IsOpen)
            return;

        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            await EraseAsync(eventMessage, patience.Token);
        }
#pragma warning disable CA1031 // The edge of a consumer: the store's own erasure must go on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogNotErased(problem, eventMessage.CustomerId);
        }
    }

    private async Task EraseAsync(CustomerPermanentlyDeleted erased, CancellationToken cancellationToken)
    {
        var customer = erased.CustomerId.ToString(CultureInfo.InvariantCulture);
        var hasher = await services.GetRequiredService<InstallationKey>().HasherAsync(cancellationToken);
        // A customer has one number in all stores of the shop.
        var stores = await services.GetRequiredService<IStoreService>().GetAllStoresAsync();
        List<ContactHash> contacts =
        [
            .. stores.Select(store => hasher.Customer(OrderSubject.Store(store.Id), customer)),
            .. await services.GetRequiredService<ErasedContacts>().FindAsync(erased.CustomerId, erased.Email, hasher),
        ];
        await services.GetRequiredService<ISuppressions>().EraseAsync(new Erasure(contacts, Store: null, customer, "store"), cancellationToken);
    }

    [LoggerMessage(5001, LogLevel.Error, "The store erased customer {CustomerId}, but the person's invitations could not be erased. Please erase the customer again")]
    private partial void LogNotErased(Exception problem, int customerId);
}
