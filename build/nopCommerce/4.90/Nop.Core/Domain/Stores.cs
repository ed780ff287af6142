using Nop.Core.Domain.Common;
using Nop.Core.Domain.Localization;

namespace Nop.Core.Domain.Stores;

public interface IStoreMappingSupported
{
    bool LimitedToStores { get; set; }
}

public class Store : BaseEntity, ILocalizedEntity, ISoftDeletedEntity
{
    public string Name { get; set; }

    public string Url { get; set; }

    public string CompanyName { get; set; }

    public bool Deleted { get; set; }
}
