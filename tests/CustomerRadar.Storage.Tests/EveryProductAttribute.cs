using CustomerRadar.Testing;

namespace CustomerRadar.Storage.Tests;

/// <summary>A fixture of the contract: generic in its product, run on every one, on SQL Server only where one is named.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EveryProductAttribute() : TestFixtureSourceAttribute(typeof(EveryProductAttribute), nameof(Products))
{
    public static IEnumerable<TestFixtureData> Products => Servers.Prepend(Of<Sqlite>());

    public static IEnumerable<TestFixtureData> Servers
    {
        get
        {
            yield return Of<PostgreSql>();
            yield return Of<MySql>();
            if (SqlServerDatabase.IsNamed)
                yield return Of<SqlServer>();
        }
    }

    private static TestFixtureData Of<TProduct>()
        where TProduct : IProduct => new() { TypeArgs = [typeof(TProduct)] };
}
