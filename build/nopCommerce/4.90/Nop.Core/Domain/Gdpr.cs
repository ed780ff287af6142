using Nop.Core.Domain.Localization;

namespace Nop.Core.Domain.Gdpr;

public enum GdprRequestType
{
    ConsentAgree = 1,
    ConsentDisagree = 5,
    ExportData = 10,
    DeleteCustomer = 15,
    ProfileChanged = 20,
}

public class GdprConsent : BaseEntity, ILocalizedEntity
{
    public string Message { get; set; }
}

public class GdprLog : BaseEntity
{
    public int CustomerId { get; set; }

    public int ConsentId { get; set; }

    public int RequestTypeId { get; set; }
}

public class CustomerPermanentlyDeleted
{
    public CustomerPermanentlyDeleted(int customerId, string email) => (CustomerId, Email) = (customerId, email);

    public int CustomerId { get; }

    public string Email { get; }
}
