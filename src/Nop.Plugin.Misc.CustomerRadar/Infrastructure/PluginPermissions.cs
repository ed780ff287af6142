using Nop.Core.Domain.Customers;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.CustomerRadar.Infrastructure;

/// <summary>The plugin's permission; the store inserts it at its next start.</summary>
public sealed class PluginPermissions : IPermissionConfigManager
{
    /// <inheritdoc/>
    public IList<PermissionConfig> AllConfigs =>
    [
        new("Customer Radar. Configure", CustomerRadarDefaults.ConfigurePermission, "Configuration", NopCustomerDefaults.AdministratorsRoleName),
    ];
}
