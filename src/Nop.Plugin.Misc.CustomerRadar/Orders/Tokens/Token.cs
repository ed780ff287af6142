using System.Globalization;
using Nop.Core;
using Nop.Core.Domain.Localization;

namespace Nop.Plugin.Misc.CustomerRadar.Orders.Tokens;

/// <summary>The ways to make a reader, and how values are written: the same in every language, so that a rule can compare them.</summary>
internal static class Token
{
    public static TokenReader One(Func<OrderFacts, string?> read) => facts => Task.FromResult<IEnumerable<string?>>([read(facts)]);

    public static TokenReader One(Func<OrderFacts, Task<string?>> readAsync) => async facts => [await readAsync(facts)];

    /// <summary>A property of a part of the order; nothing when it has no such part.</summary>
    public static TokenReader Of<T>(Func<OrderFacts, Task<T?>> findAsync, Func<T, string?> read)
        where T : class => async facts => [await findAsync(facts) is { } part ? read(part) : null];

    public static TokenReader Many<T>(Func<OrderFacts, Task<IReadOnlyList<T>>> findAsync, Func<T, string?> read) =>
        async facts => (await findAsync(facts)).Select(read).Distinct(StringComparer.Ordinal);

    /// <summary>The names of entities, in the order's language.</summary>
    public static TokenReader Names<T>(Func<OrderFacts, Task<IReadOnlyList<T>>> findAsync, Func<T, string?> name)
        where T : BaseEntity, ILocalizedEntity => async facts =>
    {
        var names = new List<string?>();
        foreach (var entity in await findAsync(facts))
            names.Add(await facts.NameAsync(entity, name(entity)));
        return names;
    };

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Text(bool flag) => flag ? "true" : "false";

    public static string Text(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A name as part of a token: letters, digits, dots and underscores stay, whatever is between them becomes a dash.</summary>
    public static string Part(string name)
    {
        var words = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', words);
    }
}
