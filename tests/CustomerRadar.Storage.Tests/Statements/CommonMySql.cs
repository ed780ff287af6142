using System.Text.RegularExpressions;

namespace CustomerRadar.Storage.Tests.Statements;

/// <summary>
/// What MySQL 8.0 and MariaDB 10.6 do not share, by MySQL's manual and MariaDB's "Incompatibilities and Feature Differences" and
/// "Function Differences". The tests run on MariaDB; this list stands in for a MySQL.
/// </summary>
internal static class CommonMySql
{
    private static readonly Regex Literal = new("'(?:[^']|'')*'", RegexOptions.Compiled);

    /// <summary>Each with a statement in which it would be found.</summary>
    public static IReadOnlyList<(string Pattern, string Example, string Reason)> NotShared { get; } =
    [
        (@"\bRETURNING\b", "INSERT INTO t (a) VALUES (1) RETURNING a", "MySQL has no RETURNING."),
        (@"\bVALUES\s*\([^;]*\)\s*AS\s+\w+\s+ON\b", "INSERT INTO t (a) VALUES (1) AS new ON DUPLICATE KEY UPDATE a = new.a", "MariaDB has no alias for the new row."),
        (@"\bON\s+DUPLICATE\s+KEY\s+UPDATE\b[^;]*\bVALUES?\s*\(", "INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a)", "VALUES(column) is on its way out of MySQL; MariaDB calls it VALUE()."),
        (@"\bVALUES\s+ROW\s*\(", "VALUES ROW(1, 2)", "MariaDB has no ROW in VALUES."),
        (@"(^|[(;])\s*(TABLE\s+\w+|VALUES\s*\()", "VALUES (1), (2)", "A query by TABLE t is MySQL's, one by VALUES (…) MariaDB's."),
        (@"\bLATERAL\b", "SELECT 1 FROM t, LATERAL (SELECT 1) u", "MariaDB has no lateral derived table."),
        (@"\bJSON_\w+\s*\(", "SELECT JSON_TABLE(a, '$')", "The JSON functions differ in name, version or answer."),
        ("->", "SELECT a->>'$.b' FROM t", "MariaDB has no -> and ->>."),
        (@"\bMEMBER\s+OF\b", "SELECT 1 MEMBER OF (a) FROM t", "MariaDB has no MEMBER OF."),
        (@"\bAS\s+JSON\b", "SELECT CAST(a AS JSON) FROM t", "MariaDB has no type JSON."),
        (@"\b(EXCEPT|INTERSECT|MINUS)\b", "SELECT a FROM t EXCEPT SELECT a FROM u", "MySQL has EXCEPT and INTERSECT since 8.0.31 only."),
        (@"\b(SEQUENCE|NEXTVAL|LASTVAL|SETVAL)\b|\b(NEXT|PREVIOUS)\s+VALUE\b", "SELECT NEXT VALUE FOR s", "MySQL has no sequences."),
        (@"\bWITH\s+(RECURSIVE\s+)?\w+\s*(\([^)]*\)\s*)?AS\s*\(", "WITH x AS (SELECT 1) UPDATE t SET a = 1", "MariaDB takes no common table expression before UPDATE and DELETE."),
        (@"\)\s*OVER\b", "SELECT ROW_NUMBER() OVER (ORDER BY a) FROM t", "Window functions differ in frames, DISTINCT and NULL handling."),
        (@"\bGROUPING\s*\(", "SELECT GROUPING(a) FROM t GROUP BY a WITH ROLLUP", "MariaDB has no GROUPING()."),
        (@"\bFOR\s+SHARE\b|\bFOR\s+UPDATE\s+OF\b", "SELECT a FROM t FOR SHARE", "MariaDB has neither FOR SHARE nor FOR UPDATE OF."),
        (@"\bWAIT\s+\d", "SELECT a FROM t FOR UPDATE WAIT 5", "MySQL has no WAIT n."),
        (@"\bFETCH\s+(FIRST|NEXT)\b", "SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY", "MySQL has no FETCH NEXT."),
        (@"\bCREATE\s+OR\s+REPLACE\b", "CREATE OR REPLACE TABLE t (a int)", "MySQL replaces only views so."),
        (@"\bALTER\s+TABLE\b[^;]*\bIF\s+(NOT\s+)?EXISTS\b", "ALTER TABLE t ADD COLUMN IF NOT EXISTS a int", "MySQL has no IF NOT EXISTS in ALTER TABLE."),
        (@"\b(CREATE|DROP)\s+(UNIQUE\s+)?INDEX\s+IF\b", "CREATE INDEX IF NOT EXISTS i ON t (a)", "MySQL has no IF NOT EXISTS for an index."),
        (@"\b(INDEX|KEY)\s+\w+\s*(ON\s+\w+\s*)?\(\s*\(", "CREATE INDEX i ON t ((a + 1))", "MariaDB has no index on an expression."),
        (@"\b(INVISIBLE|VISIBLE|IGNORED|PERSISTENT)\b", "ALTER TABLE t ALTER INDEX i INVISIBLE", "Hidden indexes and kept columns are spelled differently."),
        (@"\bDEFAULT\s*\(", "CREATE TABLE t (a bigint DEFAULT (1 + 1))", "Defaults by expression differ in what they may call."),
        (@"utf8mb4_(0900|uca1400|nopad)|_nopad_", "CREATE TABLE t (a text COLLATE utf8mb4_0900_bin)", "Each has newer collations of its own; utf8mb4_bin is in both."),
        (@"\s(uuid|inet4|inet6|vector|xmltype)\b", "CREATE TABLE t (a uuid)", "Types of one of the two, or of newer versions."),
        (
            @"\b(UUID_TO_BIN|BIN_TO_UUID|IS_UUID|ANY_VALUE|REGEXP_\w+|RANDOM_BYTES|SHA3|STATEMENT_DIGEST|NATURAL_SORT_KEY|TO_CHAR|NVL2?|SYS_GUID|ADD_MONTHS|CRC32C|SFORMAT|MEDIAN|PERCENTILE_\w+)\s*\(",
            "SELECT ANY_VALUE(a) FROM t",
            "Functions of one of the two, of newer versions, or with other rules."),
        (":=", "UPDATE t SET a = (@x := 1)", "Assigning within an expression is on its way out of MySQL and needs a permission in the connection string."),
        (@"\bBEGIN\s+NOT\s+ATOMIC\b|\bEXECUTE\s+IMMEDIATE\b", "BEGIN NOT ATOMIC SELECT 1; END", "Compound statements outside of procedures are MariaDB's."),
        (@"\bSYSTEM_TIME\b|\bSYSTEM\s+VERSIONING\b|\bPORTION\s+OF\b", "SELECT a FROM t FOR SYSTEM_TIME ALL", "MySQL has no temporal tables."),
        (@"\bINSERT\s+IGNORE\b|\bREPLACE\s+INTO\b", "INSERT IGNORE INTO t (a) VALUES (1)", "In both, but IGNORE hides other errors too, and REPLACE deletes what was there."),
        (@"\|\|", "SELECT a || b FROM t", "Joins texts or means OR, as the server's mode says."),
        ("\"", "SELECT \"a\" FROM t", "Quotes a text or a name, as the server's mode says."),
        (@"\b(UPDATE|DELETE)\b[^;]*\bJOIN\b", "UPDATE t JOIN u ON t.a = u.a SET t.b = 1", "Joins in UPDATE and DELETE have rules of their own."),
        (
            @"(?<=\bAS\s|,\s|\.)(cume_dist|dense_rank|empty|first_value|groups|lag|last_value|lead|nth_value|ntile|of|percent_rank|rank|recursive|row_number|rows|system|window|offset|qualify)\b(?!\s*\()",
            "SELECT COUNT(*) AS rows FROM t",
            "A reserved word of one of the two."),
    ];

    /// <summary>What of a statement is not in both; empty when all of it is.</summary>
    public static IReadOnlyList<string> Faults(string statement)
    {
        var text = Literal.Replace(statement, "''");
        return
        [
            .. NotShared
                .Select(rule => (rule.Reason, Match: Regex.Match(text, rule.Pattern, RegexOptions.IgnoreCase)))
                .Where(found => found.Match.Success)
                .Select(found => $"\"{found.Match.Value.Trim()}\": {found.Reason}"),
        ];
    }
}
