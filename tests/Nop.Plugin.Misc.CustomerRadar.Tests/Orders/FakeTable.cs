using Nop.Core;
using Nop.Core.Caching;
using Nop.Data;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Orders;

/// <summary>A table of the store: the rows of its kind in a shop. Anything that would be answered from a cache throws.</summary>
internal sealed class FakeTable<T>(Shop shop) : IRepository<T>
    where T : BaseEntity
{
    public IQueryable<T> Table => shop.Rows.OfType<T>().AsQueryable();

    public Task<T> GetByIdAsync(int? id, Func<ICacheKeyService, CacheKey>? getCacheKey, bool includeDeleted, bool useShortTermCache)
    {
        Uncached(getCacheKey);
        return Task.FromResult(Read().FirstOrDefault(row => row.Id == id)!);
    }

    public Task<IList<T>> GetByIdsAsync(IList<int> ids, Func<ICacheKeyService, CacheKey>? getCacheKey, bool includeDeleted)
    {
        Uncached(getCacheKey);
        return Task.FromResult<IList<T>>([.. Read().Where(row => ids.Contains(row.Id)).OrderBy(row => ids.IndexOf(row.Id))]);
    }

    public Task<IList<T>> GetAllAsync(Func<IQueryable<T>, IQueryable<T>>? func, Func<ICacheKeyService, CacheKey>? getCacheKey, bool includeDeleted)
    {
        Uncached(getCacheKey);
        return Task.FromResult<IList<T>>([.. func!(Read())]);
    }

    public Task<IPagedList<T>> GetAllPagedAsync(
        Func<IQueryable<T>, IQueryable<T>>? func, int pageIndex, int pageSize, bool getOnlyTotalCount, bool includeDeleted) =>
        getOnlyTotalCount
            ? Task.FromResult<IPagedList<T>>(new Counted<T>(func!(Read()).Count()))
            : throw new NotSupportedException("Only the count is asked for.");

    private static void Uncached(Func<ICacheKeyService, CacheKey>? getCacheKey)
    {
        if (getCacheKey is not null)
            throw new NotSupportedException("A job reads what is true now, not what a cache holds.");
    }

    private IQueryable<T> Read()
    {
        shop.Reads.Add(typeof(T).Name);
        return Table;
    }

    private sealed class Counted<TRow>(int count) : List<TRow>, IPagedList<TRow>
    {
        public int TotalCount => count;
    }
}
