using CustomerRadar.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moq;

namespace CustomerRadar.Jobs.Tests;

internal sealed class JobsModuleTests
{
    [TestCase(DatabaseProduct.Sqlite, JobStorageKind.InMemory)]
    [TestCase(DatabaseProduct.PostgreSql, JobStorageKind.PostgreSql)]
    [TestCase(DatabaseProduct.MySql, JobStorageKind.InMemory)]
    [TestCase(DatabaseProduct.SqlServer, JobStorageKind.SqlServer)]
    public void AddServices_OfEachProduct_KeepsTheJobs(DatabaseProduct product, JobStorageKind kind)
    {
        var services = new ServiceCollection();
        new JobsModule().AddServices(services, new HostDatabase(product, Mock.Of<System.Data.Common.DbDataSource>(), "Host=somewhere"));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<JobsOptions>>().Value;

        Assert.That((options.Storage, options.StartWithHost), Is.EqualTo((kind, false)));
    }
}
