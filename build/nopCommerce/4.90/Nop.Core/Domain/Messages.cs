using Nop.Core.Configuration;
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

public class EmailAccount : BaseEntity
{
    public string Email { get; set; }

    public string DisplayName { get; set; }
}

public class EmailAccountSettings : ISettings
{
    public int DefaultEmailAccountId { get; set; }
}

public enum QueuedEmailPriority
{
    Low = 0,
    High = 5,
}

public class QueuedEmail : BaseEntity
{
    public int PriorityId { get; set; }

    public string From { get; set; }

    public string FromName { get; set; }

    public string To { get; set; }

    public string Subject { get; set; }

    public string Body { get; set; }

    public DateTime CreatedOnUtc { get; set; }

    public int EmailAccountId { get; set; }

    public QueuedEmailPriority Priority
    {
        get => (QueuedEmailPriority)PriorityId;
        set => PriorityId = (int)value;
    }
}
