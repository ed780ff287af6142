using System.Linq.Expressions;
using Nop.Core;

namespace Nop.Plugin.Misc.CustomerRadar.Interactions;

/// <summary>Rows in the order of one of their dates, a page at a time: by date and id after the last row of the page before.</summary>
/// <param name="date">The date.</param>
internal sealed class DatedRows<T>(Expression<Func<T, DateTime?>> date)
    where T : BaseEntity
{
    private readonly Func<T, DateTime?> _date = date.Compile();

    /// <summary>The rows whose date lies in a range, its end excluded.</summary>
    public IQueryable<T> Between(IQueryable<T> rows, DateTime from, DateTime until) =>
        rows.Where(Where(value => Expression.AndAlso(Expression.GreaterThanOrEqual(value, Constant(from)), Expression.LessThan(value, Constant(until)))));

    /// <summary>A page.</summary>
    public IQueryable<T> Page(IQueryable<T> rows, PageCursor? after, bool newestFirst, int size)
    {
        if (after is not null)
            rows = rows.Where(After(after, newestFirst));
        return (newestFirst ? rows.OrderByDescending(date).ThenByDescending(row => row.Id) : rows.OrderBy(date).ThenBy(row => row.Id)).Take(size);
    }

    /// <summary>Where the next page begins; null when this one was not full.</summary>
    public PageCursor? Next(IReadOnlyList<T> page, int size) => page.Count < size ? null : new PageCursor(Of(page[^1]), page[^1].Id);

    /// <summary>The date of a row that has one.</summary>
    public DateTime Of(T row) => _date(row) ?? throw new ArgumentException("The row has no such date.", nameof(row));

    private static ConstantExpression Constant(DateTime value) => Expression.Constant(value, typeof(DateTime?));

    private Expression<Func<T, bool>> Where(Func<Expression, Expression> test) => Expression.Lambda<Func<T, bool>>(test(date.Body), date.Parameters);

    private Expression<Func<T, bool>> After(PageCursor cursor, bool newestFirst) => Where(value =>
    {
        var (at, id) = (Constant(cursor.Date), Expression.Property(date.Parameters[0], nameof(BaseEntity.Id)));
        Expression beyond = newestFirst ? Expression.LessThan(value, at) : Expression.GreaterThan(value, at);
        var further = newestFirst ? Expression.LessThan(id, Expression.Constant(cursor.Id)) : Expression.GreaterThan(id, Expression.Constant(cursor.Id));
        return Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(value, at), further));
    });
}
