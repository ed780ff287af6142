using Nop.Core.Domain.Common;

namespace Nop.Core.Domain.Catalog;

public class Product : BaseEntity, ISoftDeletedEntity
{
    public string Name { get; set; }

    public string Sku { get; set; }

    public bool Deleted { get; set; }
}
