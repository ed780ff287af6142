namespace Nop.Core.Caching;

public interface ICacheKeyService;

public class CacheKey
{
    public CacheKey(string key)
    {
    }
}
