using CustomerRadar.Jobs.Internal;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CustomerRadar.Jobs.Tests.Internal;

internal sealed class SqlServerJobStoreTests
{
    [Test]
    public void DropSchema_ReadByMicrosoftsOwnParser_IsRight()
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(SqlServerJobStore.DropSchema), out var errors);

        Assert.That(errors.Select(error => $"{error.Line}: {error.Message}"), Is.Empty);
    }

    [Test]
    public void Create_ConnectionString_FindsTheHostsDriver()
    {
        var options = new JobsOptions { Storage = JobStorageKind.SqlServer, ConnectionString = "Server=127.0.0.1,9;Connect Timeout=1;Connect Retry Count=0;Encrypt=False" };

        Assert.That(() => JobStores.Create(options).Open(), Throws.InstanceOf<SqlException>());
    }
}
