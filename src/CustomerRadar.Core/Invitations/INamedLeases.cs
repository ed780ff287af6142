namespace CustomerRadar.Core.Invitations;

/// <summary>Keeps periodic work to one node at a time: a named row in the database, held for a while. A port that the storage implements.</summary>
public interface INamedLeases
{
    /// <summary>Takes or prolongs a lease; false while another holder has it. By the database's clock.</summary>
    Task<bool> TryTakeAsync(string name, string holder, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>How many leases whose name starts with <paramref name="prefix"/> (letters, digits, dashes, slashes) are held at the moment.</summary>
    Task<int> CountAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Gives a lease back early; nothing happens when it is not this holder's.</summary>
    Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken);
}
