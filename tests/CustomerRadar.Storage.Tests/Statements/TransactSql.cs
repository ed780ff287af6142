using CustomerRadar.Storage.Internal;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CustomerRadar.Storage.Tests.Statements;

/// <summary>
/// What can be said of a statement without a SQL Server: Microsoft's own parser for it reads it, its tables and columns are ours, its
/// functions exist there, and what parses but would not do is not in it.
/// </summary>
internal static class TransactSql
{
    // What a statement that a test adds may name beside our tables.
    private static readonly string[] OtherNames = ["TestClock", "Millis", "columns", "indexes", "name", "object_id", "inserted"];

    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT", "MIN", "MAX", "SUM", "DATEDIFF_BIG", "SYSUTCDATETIME", "OBJECT_ID", "LEFT", "CONCAT", "ABS", "FLOOR", "LOWER", "SUBSTRING",
    };

    // "Table Hints (Transact-SQL)": granularity, isolation level.
    private static readonly TableHintKind[][] HintGroups =
    [
        [TableHintKind.PagLock, TableHintKind.NoLock, TableHintKind.ReadCommittedLock, TableHintKind.Rowlock, TableHintKind.TabLock, TableHintKind.TabLockX],
        [TableHintKind.HoldLock, TableHintKind.NoLock, TableHintKind.ReadCommitted, TableHintKind.RepeatableRead, TableHintKind.Serializable],
    ];

    private static readonly Lazy<HashSet<string>> Names = new(() =>
    {
        var names = new HashSet<string>(OtherNames, StringComparer.OrdinalIgnoreCase);
        foreach (var table in Scripts.All.SelectMany(script => script.Steps).OfType<SchemaStep.NewTable>().Select(step => step.Table).Append(Scripts.Applied))
        {
            names.Add(table.Name);
            Parse(new SqlServerDialect().CreateTable(table), out _).Accept(new ColumnNames(names));
        }

        names.UnionWith(Scripts.All.SelectMany(script => script.Steps).OfType<SchemaStep.NewColumn>().Select(step => step.Name));
        return names;
    });

    /// <summary>What is wrong with a statement, each fault in a sentence; none when it is T-SQL.</summary>
    public static IReadOnlyList<string> Faults(string statement)
    {
        var fragment = Parse(statement, out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(error => $"Line {error.Line}: {error.Message}")];
        // Aliases first: a list of columns stands before the tables that it reads.
        var aliases = new AliasNames();
        fragment.Accept(aliases);
        var visitor = new Visitor(Names.Value, aliases.Names);
        fragment.Accept(visitor);
        return visitor.Faults;
    }

    private static TSqlFragment Parse(string statement, out IList<ParseError> errors)
    {
        using var reader = new StringReader(statement);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    private sealed class ColumnNames(HashSet<string> names) : TSqlFragmentVisitor
    {
        public override void Visit(ColumnDefinition node) => names.Add(node.ColumnIdentifier.Value);
    }

    private sealed class AliasNames : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(SelectScalarExpression node)
        {
            if (node.ColumnName is { } alias)
                Names.Add(alias.Value);
        }

        public override void Visit(TableReferenceWithAlias node)
        {
            if (node.Alias is { } alias)
                Names.Add(alias.Value);
        }
    }

    private sealed class Visitor(HashSet<string> names, HashSet<string> aliases) : TSqlFragmentVisitor
    {
        private readonly HashSet<TSqlFragment> _dateParts = [];

        public List<string> Faults { get; } = [];

        public override void Visit(NamedTableReference node)
        {
            if (!names.Contains(node.SchemaObject.BaseIdentifier.Value))
                Faults.Add($"There is no table {node.SchemaObject.BaseIdentifier.Value}.");
            // The parser takes any; the server refuses two of a group (error 1047).
            foreach (var group in HintGroups)
            {
                var ofOneGroup = node.TableHints.Select(hint => hint.HintKind).Where(group.Contains).ToList();
                if (ofOneGroup.Count > 1)
                    Faults.Add($"The table hints {string.Join(" and ", ofOneGroup)} exclude each other.");
            }
        }

        public override void Visit(FunctionCall node)
        {
            if (!Functions.Contains(node.FunctionName.Value))
                Faults.Add($"{node.FunctionName.Value} is not among the functions that SQL Server is known to have; add it to the list when it does.");
            if (node.FunctionName.Value.StartsWith("DATEDIFF", StringComparison.OrdinalIgnoreCase))
                _dateParts.Add(node.Parameters[0]);
        }

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is null || _dateParts.Contains(node))
                return;
            foreach (var name in node.MultiPartIdentifier.Identifiers.Where(name => !names.Contains(name.Value) && !aliases.Contains(name.Value)))
                Faults.Add($"There is no column {name.Value}.");
        }

        public override void Visit(UserDataTypeReference node) => Faults.Add($"{node.Name.BaseIdentifier.Value} is no type of SQL Server.");

        public override void Visit(UpdateForClause node) => Faults.Add("FOR UPDATE belongs to cursors; a table hint locks rows.");

        public override void Visit(MergeStatement node) => Faults.Add("MERGE does not keep two writers of one key apart.");

        // The rule is MySQL's, which reads the new value; it is here because here the statement is taken apart.
        public override void Visit(UpdateSpecification node)
        {
            var changed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var clause in node.SetClauses.OfType<AssignmentSetClause>())
            {
                var reads = new ColumnReads();
                clause.NewValue.Accept(reads);
                foreach (var name in reads.Names.Where(changed.Contains))
                    Faults.Add($"An assignment reads {name}, which the same UPDATE has changed further left.");
                if (clause.Column is not null)
                    changed.Add(clause.Column.MultiPartIdentifier.Identifiers[^1].Value);
            }
        }
    }

    private sealed class ColumnReads : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is not null)
                Names.Add(node.MultiPartIdentifier.Identifiers[^1].Value);
        }
    }
}
