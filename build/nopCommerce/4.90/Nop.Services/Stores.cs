using Nop.Core.Domain.Stores;

namespace Nop.Services.Stores;

public interface IStoreService
{
    Task<IList<Store>> GetAllStoresAsync();
}
