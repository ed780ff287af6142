namespace Nop.Core;

public interface IPagedList<T> : IList<T>
{
    int TotalCount { get; }
}
