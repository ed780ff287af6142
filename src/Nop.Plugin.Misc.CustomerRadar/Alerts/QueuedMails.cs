using Microsoft.Extensions.Logging;
using Nop.Core.Domain.Messages;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.CustomerRadar.Alerts;

/// <summary>The store's queue of e-mails, from its default account; what the store does with them (when, how many, how often) is the store's.</summary>
public sealed partial class QueuedMails(
    IEmailAccountService accounts, EmailAccountSettings settings, IQueuedEmailService queue, TimeProvider time, ILogger<QueuedMails> log)
{
    /// <summary>Queues a letter: one e-mail for each address, so that a wrong one costs only itself.</summary>
    /// <param name="addresses">To whom; none for the account's own address.</param>
    /// <param name="subject">Plain text.</param>
    /// <param name="body">HTML.</param>
    /// <exception cref="InvalidOperationException">The store has no e-mail account.</exception>
    public async Task AddAsync(IReadOnlyList<string> addresses, string subject, string body)
    {
        var account = await accounts.GetEmailAccountByIdAsync(settings.DefaultEmailAccountId)
            ?? (await accounts.GetAllEmailAccountsAsync()).FirstOrDefault()
            ?? throw new InvalidOperationException("The store has no e-mail account (Configuration > Email accounts).");
        var queued = 0;
        foreach (var address in addresses.Count == 0 ? [account.Email] : addresses)
        {
            try
            {
                await queue.InsertQueuedEmailAsync(Mail(account, address, subject, body));
                queued++;
            }
#pragma warning disable CA1031 // Somebody was told: doing it all again would write to the same people twice.
            catch (Exception problem) when (queued > 0)
#pragma warning restore CA1031
            {
                LogNotQueued(problem, addresses.Count - queued);
                return;
            }
        }
    }

    private QueuedEmail Mail(EmailAccount account, string address, string subject, string body) => new()
    {
        Priority = QueuedEmailPriority.High,
        EmailAccountId = account.Id,
        From = account.Email,
        FromName = account.DisplayName,
        To = address,
        Subject = subject,
        Body = body,
        CreatedOnUtc = time.GetUtcNow().UtcDateTime,
    };

    [LoggerMessage(5050, LogLevel.Warning, "An alert could not be mailed to all who are to get it; {Count} do not get it")]
    private partial void LogNotQueued(Exception problem, int count);
}
