namespace Nop.Services.Security;

public interface IPermissionService
{
    Task DeletePermissionAsync(string permissionSystemName);
}

public interface IPermissionConfigManager
{
    IList<PermissionConfig> AllConfigs { get; }
}

public class PermissionConfig
{
    public PermissionConfig(string name, string systemName, string category, params string[] defaultCustomerRoles)
    {
        Name = name;
        SystemName = systemName;
        Category = category;
        DefaultCustomerRoles = [.. defaultCustomerRoles];
    }

    public string Name { get; protected set; }

    public string SystemName { get; protected set; }

    public string Category { get; protected set; }

    public List<string> DefaultCustomerRoles { get; }
}
