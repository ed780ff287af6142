namespace CustomerRadar.Core.Invitations;

/// <summary>A few small values that every node shares: the installation's key, high-water marks. A port that the storage implements.</summary>
public interface IKeptValues
{
    /// <summary>A value; null when it was never written.</summary>
    /// <param name="name">Up to 100 characters; case counts.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes a value, whatever was there.</summary>
    Task WriteAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>Writes a value unless there is one, and gives the one that stands: of two nodes that add at once, both get the same.</summary>
    Task<string> AddAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>Writes a value in place of <paramref name="before"/>; false when that is not what stands: then another node was faster.</summary>
    Task<bool> ReplaceAsync(string name, string before, string after, CancellationToken cancellationToken);
}
