using Nop.Core.Domain.Messages;

namespace Nop.Services.Messages;

public interface INotificationService
{
    void SuccessNotification(string message, bool encode = true, int timeout = 0);

    void WarningNotification(string message, bool encode = true, int timeout = 0);

    void ErrorNotification(string message, bool encode = true, int timeout = 0);
}

public interface IEmailAccountService
{
    Task<IList<EmailAccount>> GetAllEmailAccountsAsync();

    Task<EmailAccount> GetEmailAccountByIdAsync(int emailAccountId);
}

public interface IQueuedEmailService
{
    Task InsertQueuedEmailAsync(QueuedEmail queuedEmail);
}
