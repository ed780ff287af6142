using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Stores;

namespace Nop.Core.Domain.Messages;

public class NewsLetterSubscription : BaseEntity
{
    public string Email { get; set; }

    public bool Active { get; set; }

    public int StoreId { get; set; }

    public int TypeId { get; set; }
}

public class NewsLetterSubscriptionType : BaseEntity, ILocalizedEntity, IStoreMappingSupported
{
    public string Name { get; set; }

    public bool LimitedToStores { get; set; }
}
