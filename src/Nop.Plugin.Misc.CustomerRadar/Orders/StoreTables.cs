using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Data;

namespace Nop.Plugin.Misc.CustomerRadar.Orders;

/// <summary>
/// Reads the store's tables straight from the database, without a cache key: another node may have changed what this node's cache still
/// holds. A table is asked for only when something is read from it.
/// </summary>
public sealed class StoreTables(IServiceProvider services)
{
    /// <summary>A row by its id; null for no id, or when there is none.</summary>
    public async Task<T?> FindAsync<T>(int? id)
        where T : BaseEntity =>
        id is > 0 ? await Of<T>().GetByIdAsync(id) : null;

    /// <summary>Rows by their ids, each once; without ids nothing is read.</summary>
    public async Task<IReadOnlyList<T>> FindAsync<T>(IEnumerable<int> ids)
        where T : BaseEntity
    {
        List<int> wanted = [.. ids.Where(id => id > 0).Distinct()];
        return wanted.Count == 0 ? [] : [.. await Of<T>().GetByIdsAsync(wanted)];
    }

    /// <summary>The rows of a query.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(Func<IQueryable<T>, IQueryable<T>> query)
        where T : BaseEntity =>
        [.. await Of<T>().GetAllAsync(query)];

    /// <summary>How many rows a query has; none is loaded.</summary>
    public async Task<int> CountAsync<T>(Func<IQueryable<T>, IQueryable<T>> query)
        where T : BaseEntity =>
        (await Of<T>().GetAllPagedAsync(query, pageSize: 1, getOnlyTotalCount: true)).TotalCount;

    /// <summary>A table, to be joined in a query.</summary>
    public IQueryable<T> All<T>()
        where T : BaseEntity => Of<T>().Table;

    private IRepository<T> Of<T>()
        where T : BaseEntity => services.GetRequiredService<IRepository<T>>();
}
