using CustomerRadar.Storage.Internal;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CustomerRadar.Storage.Tests.Statements;

/// <summary>How long every key of the schema can get, in bytes.</summary>
internal static class KeyLengths
{
    public const int SqlServerPrimaryKey = 900;
    public const int SqlServerIndex = 1700;
    public const int MySql = 3072;

    /// <summary>Each key: its name, whether it is a primary key, and its longest value.</summary>
    public static IEnumerable<(string Key, bool IsPrimary, int SqlServerBytes, int MySqlBytes)> OfTheSchema()
    {
        var steps = Scripts.All.SelectMany(script => script.Steps).ToList();
        var added = steps.OfType<SchemaStep.NewColumn>().ToLookup(step => step.Table);
        foreach (var table in steps.OfType<SchemaStep.NewTable>().Select(step => step.Table).Append(Scripts.Applied))
        {
            var d = new SqlServerDialect();
            var all = string.Join(",\n", added[table.Name].Select(column => $"{column.Name} {column.Type(d)}").Prepend(table.Columns(d)));
            using var reader = new StringReader($"CREATE TABLE {table.Name} ({all})");
            var found = new Widths();
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out _).Accept(found);
            foreach (var primary in found.PrimaryKeys)
                yield return Measure($"primary key of {table.Name}", true, primary, found);
            var indexes = table.Indexes.Concat(steps.OfType<SchemaStep.NewIndex>().Where(step => step.Table == table.Name).Select(step => step.Index));
            foreach (var index in indexes)
                yield return Measure(index.Name, false, index.Columns.Split(',', StringSplitOptions.TrimEntries), found);
        }
    }

    private static (string Key, bool IsPrimary, int SqlServerBytes, int MySqlBytes) Measure(string key, bool isPrimary, IEnumerable<string> columns, Widths widths)
    {
        var parts = columns.Select(column => widths.Characters[column]).ToList();
        // A text has two bytes a character there and up to four here; a number eight at most.
        return (key, isPrimary, parts.Sum(characters => characters is { } text ? 2 * text : 8), parts.Sum(characters => characters is { } text ? 4 * text : 8));
    }

    private sealed class Widths : TSqlFragmentVisitor
    {
        public Dictionary<string, int?> Characters { get; } = [];

        public List<string[]> PrimaryKeys { get; } = [];

        public override void Visit(ColumnDefinition node)
        {
            var name = node.ColumnIdentifier.Value;
            var length = ((SqlDataTypeReference)node.DataType).Parameters;
            Characters[name] = length is [IntegerLiteral characters] ? int.Parse(characters.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
            if (node.Constraints.OfType<UniqueConstraintDefinition>().Any(constraint => constraint.IsPrimaryKey))
                PrimaryKeys.Add([name]);
        }

        public override void Visit(UniqueConstraintDefinition node)
        {
            if (node is { IsPrimaryKey: true, Columns.Count: > 0 })
                PrimaryKeys.Add([.. node.Columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1].Value)]);
        }
    }
}
