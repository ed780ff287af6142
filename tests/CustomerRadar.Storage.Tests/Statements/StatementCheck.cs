using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests.Statements;

/// <summary>
/// Hears of every statement that any contract test issues, on whatever product, and looks at its spelling for the products that the test
/// does not run on: a statement that is not T-SQL, or not in MySQL and MariaDB both, fails the very test that issues it.
/// </summary>
internal static partial class StatementCheck
{
    private static readonly Dialect[] All = [new SqliteDialect(), new PostgreSqlDialect(), new MySqlDialect(), new SqlServerDialect()];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Checked = new();

    /// <summary>Every spelling of every statement that was issued so far, its white space made one.</summary>
    public static IReadOnlyCollection<string> Issued => [.. Checked.Keys.Select(key => OneSpace(key[(key.IndexOf('\n') + 1)..]))];

    /// <summary>The same text without differences of white space.</summary>
    public static string OneSpace(string text) => WhiteSpace().Replace(text, " ").Trim();

    /// <summary>Looks at a statement before it is issued.</summary>
    /// <exception cref="InvalidOperationException">It would fail on another product.</exception>
    public static void Look(Sql sql)
    {
        foreach (var dialect in All)
        {
            var text = sql(dialect);
            var faults = Checked.GetOrAdd($"{dialect.GetType().Name}\n{text}", _ => Faults(dialect, text));
            if (faults.Count > 0)
                throw new InvalidOperationException($"{dialect.GetType().Name}: {string.Join(" ", faults)}{Environment.NewLine}{text}");
        }
    }

    /// <summary>What would be wrong with a statement on a product that no server of the tests stands for.</summary>
    public static IReadOnlyList<string> Faults(Dialect dialect, string text) => dialect switch
    {
        SqlServerDialect => TransactSql.Faults(AsDapperSends(text)),
        MySqlDialect => CommonMySql.Faults(text),
        _ => [],
    };

    // Dapper writes a list as so many parameters.
    private static string AsDapperSends(string text) => List().Replace(text, "IN (${1}1, ${1}2)");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\bIN (@\w+)")]
    private static partial Regex List();
}
