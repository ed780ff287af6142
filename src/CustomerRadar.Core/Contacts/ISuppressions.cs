using CustomerRadar.Core.Invitations;

namespace CustomerRadar.Core.Contacts;

/// <summary>Contacts that must not be invited: opt-outs and what is left of erasures. A port that the storage implements.</summary>
public interface ISuppressions
{
    /// <summary>The suppression of any of these contacts; an erasure before an opt-out; null when there is none.</summary>
    Task<Suppression?> FindAsync(IReadOnlyCollection<ContactHash> contacts, CancellationToken cancellationToken);

    /// <summary>Adds opt-outs; a contact that is there already stays as it is. Returns how many are new.</summary>
    /// <param name="contacts">Whom.</param>
    /// <param name="source">Where it came from, in plain words: <c>import</c>, <c>operator</c>, <c>unsubscribe page</c>.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    Task<int> OptOutAsync(IReadOnlyCollection<ContactHash> contacts, string source, CancellationToken cancellationToken);

    /// <summary>Takes opt-outs back; erasures stay. Returns how many were there.</summary>
    Task<int> TakeBackAsync(IReadOnlyCollection<ContactHash> contacts, CancellationToken cancellationToken);

    /// <summary>
    /// Erases: cancels every row that waits for these contacts or this customer, drops what is kept of their subjects and of their rows
    /// beyond the key, and keeps a suppression. Done again it changes nothing more.
    /// </summary>
    Task<ErasureResult> EraseAsync(Erasure erasure, CancellationToken cancellationToken);
}
