using System.Data.Common;
using System.Reflection;
using CustomerRadar.Storage.Internal;
using CustomerRadar.Testing;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace CustomerRadar.Storage.Tests;

/// <summary>How often a transaction is tried, and after which errors.</summary>
public sealed class RetryTests
{
    [Test]
    public async Task InTransactionAsync_DeadlocksWithoutEnd_AreTriedFiveTimes()
    {
        await using var file = new SqliteDatabase();
        var database = new Database(file.DataSource, new PostgreSqlDialect());
        var runs = 0;

        Assert.That(
            () => database.InTransactionAsync<int>(
                _ =>
                {
                    runs++;
                    throw new PostgresException("deadlock detected", "ERROR", "ERROR", "40P01");
                },
                default),
            Throws.InstanceOf<PostgresException>());
        Assert.That(runs, Is.EqualTo(5));
    }

    [Test]
    public async Task InTransactionAsync_AnotherError_IsNotTriedAgain()
    {
        await using var file = new SqliteDatabase();
        var database = new Database(file.DataSource, new PostgreSqlDialect());
        var runs = 0;

        Assert.That(
            () => database.InTransactionAsync<int>(
                _ =>
                {
                    runs++;
                    throw new PostgresException("disk full", "ERROR", "ERROR", "53100");
                },
                default),
            Throws.InstanceOf<PostgresException>());
        Assert.That(runs, Is.EqualTo(1));
    }

    [TestCase(1205, true)]
    [TestCase(2627, false)]
    [TestCase(-2, false)]
    public void IsDeadlock_SqlServersOwnException_IsKnownByItsNumber(int number, bool expected) =>
        Assert.That(new SqlServerDialect().IsDeadlock(SqlServerProblem(number)), Is.EqualTo(expected));

    // Its constructors are the driver's own; that this breaks with another driver is what the test is for.
    private static DbException SqlServerProblem(int number)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;
        var constructor = typeof(SqlError).GetConstructors(Any).OrderBy(candidate => candidate.GetParameters().Length).First();
        var error = constructor.Invoke([.. constructor.GetParameters().Select((parameter, index) =>
            index == 0 ? number
            : parameter.ParameterType == typeof(string) ? "text"
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
            : null)]);
        var errors = typeof(SqlErrorCollection).GetConstructors(Any).Single().Invoke([]);
        typeof(SqlErrorCollection).GetMethod("Add", Any)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(Any).Where(method => method.Name == "CreateException").First(method => method.GetParameters() is [{ ParameterType.Name: nameof(SqlErrorCollection) }, { ParameterType.Name: nameof(String) }]);
        return (DbException)create.Invoke(null, [errors, "16.0"])!;
    }
}
