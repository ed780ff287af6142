namespace CustomerRadar.Storage.Tests.Statements;

public sealed class KeyLengthTests
{
    [Test]
    public void EveryKey_OfTheSchema_FitsSqlServerAndMySql() => Assert.Multiple(() =>
    {
        foreach (var (key, isPrimary, sqlServer, mySql) in KeyLengths.OfTheSchema())
        {
            // SQL Server would only warn, and then refuse the first row that is too long.
            Assert.That(sqlServer, Is.LessThanOrEqualTo(isPrimary ? KeyLengths.SqlServerPrimaryKey : KeyLengths.SqlServerIndex), key);
            Assert.That(mySql, Is.LessThanOrEqualTo(KeyLengths.MySql), key);
        }
    });

    [Test]
    public void OfTheSchema_TheOutbox_IsMeasured() =>
        Assert.That(KeyLengths.OfTheSchema(), Does.Contain(("UX_CustomerRadar_Invitation_Key", false, 728, 1456)).And.Contain(("primary key of CustomerRadar_Subject", true, 600, 1200)));
}
