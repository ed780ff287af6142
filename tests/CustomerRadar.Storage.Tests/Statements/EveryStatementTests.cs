using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using CustomerRadar.Storage.Internal;

namespace CustomerRadar.Storage.Tests.Statements;

/// <summary>No statement of the library escapes the checks: whatever SQL its assembly holds is issued by the contract, and every issued statement is looked at.</summary>
public sealed partial class EveryStatementTests
{
    [Test]
    public async Task Storage_EverySqlText_IsIssuedByTheContract()
    {
        await ContractRun.RunAsync(typeof(Sqlite));

        var issued = StatementCheck.Issued;
        Assert.That(SqlTexts().Where(text => !issued.Any(statement => statement.Contains(text, StringComparison.Ordinal))), Is.Empty,
            "a statement that no contract test issues is checked by nobody");
    }

    [Test]
    public void SqlTexts_OfTheAssembly_AreFound() =>
        Assert.That(SqlTexts(), Has.Some.StartsWith("UPDATE CustomerRadar_Invitation SET RequestStartedAt").And.Some.Contains("FOR UPDATE SKIP LOCKED"));

    [TestCase("SELECT Id FROM CustomerRadar_Invitation ORDER BY Id LIMIT 5", "encountered LIMIT instead")]
    [TestCase("INSERT INTO CustomerRadar_Lease (Name) VALUES (@name) ON CONFLICT (Name) DO NOTHING", "Incorrect syntax near 'ON'")]
    [TestCase("CREATE TABLE IF NOT EXISTS T (Id bigint)", "Incorrect syntax near 'IF'")]
    [TestCase("SELECT Id FROM CustomerRadar_Invitation FOR UPDATE", "FOR UPDATE belongs to cursors")]
    [TestCase("SELECT Id FROM CustomerRadar_Invitation WITH (ROWLOCK, READPAST, READCOMMITTEDLOCK)", "exclude each other")]
    [TestCase("SELECT UTC_TIMESTAMP(3)", "UTC_TIMESTAMP is not among the functions")]
    [TestCase("SELECT Idd FROM CustomerRadar_Invitation", "There is no column Idd")]
    [TestCase("SELECT Id FROM CustomerRadar_Invitations", "There is no table CustomerRadar_Invitations")]
    [TestCase("CREATE TABLE T (Id jsonb)", "jsonb is no type")]
    [TestCase("UPDATE CustomerRadar_Invitation SET State = 'Pending', Reason = State", "reads State, which the same UPDATE has changed")]
    [TestCase("MERGE CustomerRadar_Lease AS t USING CustomerRadar_Lease AS s ON t.Name = s.Name WHEN MATCHED THEN DELETE;", "MERGE does not keep")]
    public void Faults_StatementThatSqlServerWouldRefuse_AreNamed(string statement, string fault) =>
        Assert.That(StatementCheck.Faults(new SqlServerDialect(), statement), Has.Some.Contains(fault));

    [Test]
    public void Faults_EveryRuleOfMySqlAndMariaDb_FindsItsExample() => Assert.Multiple(() =>
    {
        foreach (var (_, example, reason) in CommonMySql.NotShared)
            Assert.That(CommonMySql.Faults(example), Has.Some.EndsWith(reason), example);
    });

    [Test]
    public void Look_StatementOfOneProduct_FailsTheTestThatIssuesIt() => Assert.Multiple(() =>
    {
        Assert.That(() => StatementCheck.Look(_ => "SELECT 1 LIMIT 1"), Throws.InvalidOperationException.With.Message.StartsWith("SqlServerDialect: "));
        Assert.That(() => StatementCheck.Look(d => d is MySqlDialect ? "DELETE FROM t RETURNING a" : "SELECT 1"), Throws.InvalidOperationException.With.Message.Contains("no RETURNING"));
    });

    // The literals of the compiled library, the parts of interpolated ones each alone.
    private static List<string> SqlTexts()
    {
        using var file = new PEReader(File.OpenRead(typeof(StorageModule).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            var text = metadata.GetUserString(handle);
            if (Keyword().IsMatch(text))
                texts.Add(StatementCheck.OneSpace(text));
        }

        return texts;
    }

    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|EXEC|DECLARE|FROM|WHERE|ORDER BY|FOR UPDATE|SET|WITH|VALUES|ON|COALESCE|LIMIT|FETCH)\b")]
    private static partial Regex Keyword();
}
