using System.Data.Common;

namespace CustomerRadar.Core;

/// <summary>The database of the host, with the host's own driver.</summary>
/// <param name="Product">Which one it is.</param>
/// <param name="Source">Opens connections from the host's pool.</param>
/// <param name="ConnectionString">For the job library, which opens its own; a secret: never logged, never shown.</param>
public sealed record HostDatabase(DatabaseProduct Product, DbDataSource Source, string ConnectionString)
{
    /// <summary>The product only: the connection string carries a password.</summary>
    public override string ToString() => Product.ToString();
}
