using Nop.Core.Domain.Security;
using Nop.Services.Configuration;
using Nop.Services.Events;
using Nop.Services.Stores;

namespace Nop.Plugin.Misc.CustomerRadar.Secrets;

/// <summary>Re-encrypts the passwords when the store's encryption key changes; without it every password would have to be typed again.</summary>
public sealed class EncryptionKeyConsumer(ISettingService settings, IStoreService stores) : IConsumer<SecuritySettingsChangedEvent>
{
    private const int AllStores = 0;

    /// <inheritdoc/>
    public async Task HandleEventAsync(SecuritySettingsChangedEvent eventMessage)
    {
        foreach (var storeId in (await stores.GetAllStoresAsync()).Select(store => store.Id).Prepend(AllStores))
        {
            var own = await settings.LoadSettingAsync<CustomerRadarSettings>(storeId);
            var overridden = storeId == AllStores || await settings.SettingExistsAsync(own, x => x.ProtectedPassword, storeId);
            if (!overridden || PasswordVault.TryReveal(own.ProtectedPassword, eventMessage.OldEncryptionPrivateKey) is not { } password)
                continue;

            own.ProtectedPassword = PasswordVault.Protect(password, eventMessage.SecuritySettings.EncryptionKey);
            await settings.SaveSettingAsync(own, x => x.ProtectedPassword, storeId, clearCache: false);
        }

        await settings.ClearCacheAsync();
    }
}
