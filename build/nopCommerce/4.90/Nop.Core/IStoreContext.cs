namespace Nop.Core;

public interface IStoreContext
{
    Task<int> GetActiveStoreScopeConfigurationAsync();
}
