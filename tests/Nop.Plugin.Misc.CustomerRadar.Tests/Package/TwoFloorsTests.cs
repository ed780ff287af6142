using System.Data.Common;
using System.Reflection;
using System.Runtime.Loader;
using CustomerRadar.Core;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Nop.Plugin.Misc.CustomerRadar.Infrastructure;

namespace Nop.Plugin.Misc.CustomerRadar.Tests.Package;

/// <summary>The upper floor of the package beside a plugin that has loaded another Hangfire.Core first (tests/OtherPlugin).</summary>
public sealed class TwoFloorsTests
{
    [Test]
    public async Task JobServer_BesideAnotherHangfire_WorksWithItsOwnAndLeavesTheOtherAlone()
    {
        var theirs = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "other", "Hangfire.Core.dll"));
        var floor = new LibraryLoadContext(await PackedPlugin.LibrariesAsync());
        var taken = new TaskCompletionSource<InvitationId>();
        await using var services = Services(floor, taken);
        var jobs = services.GetRequiredService<IJobServer>();

        await jobs.StartAsync(CancellationToken.None);
        services.GetRequiredService<IInvitationScheduler>().Schedule(new InvitationId(42), DateTimeOffset.UnixEpoch);
        var id = await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await jobs.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None);

        var ours = floor.Assemblies.Single(assembly => assembly.GetName().Name == "Hangfire.Core");
        Assert.Multiple(() =>
        {
            Assert.That(id, Is.EqualTo(new InvitationId(42)));
            Assert.That(ours.GetName().Version, Is.GreaterThan(theirs.GetName().Version!));
            Assert.That(theirs.GetType("Hangfire.JobStorage")!.GetProperty("Current")!.GetValue(null), Is.Null);
        });
    }

    [Test]
    public void Plugin_ItsOwnAssembly_RefersToNothingOfTheUpperFloor() =>
        Assert.That(
            typeof(CustomerRadarPlugin).Assembly.GetReferencedAssemblies().Select(reference => reference.Name),
            Has.None.Matches<string>(name => name.StartsWith("Hangfire", StringComparison.Ordinal) || name.StartsWith("Dapper", StringComparison.Ordinal)
                || name is "CustomerRadar.Storage" or "CustomerRadar.Jobs" or "CustomerRadar.Phones" or "PhoneNumbers"));

    private static ServiceProvider Services(LibraryLoadContext floor, TaskCompletionSource<InvitationId> taken)
    {
        var outbox = new Mock<IOutbox>();
        outbox.Setup(x => x.LeaseAsync(It.IsAny<InvitationId>(), It.IsAny<TimeSpan>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((InvitationId id, TimeSpan _, string _, CancellationToken _) => taken.TrySetResult(id))
            .ReturnsAsync((LeasedInvitation?)null);
        outbox.Setup(x => x.ResolveExpiredAsync(It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ExpiredLeases(0, 0));
        outbox.Setup(x => x.LeaseDueAsync(It.IsAny<int>(), It.IsAny<TimeSpan>(), It.IsAny<TimeSpan>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(outbox.Object)
            .AddSingleton(Mock.Of<INamedLeases>())
            .AddSingleton(Mock.Of<IRuleBooks>())
            .AddSingleton(Mock.Of<ISubjectReader>())
            .AddSingleton(Mock.Of<IPhoneNumbers>())
            .AddSingleton(Mock.Of<IInvitationCommands>())
            .AddSingleton(Mock.Of<IKeptValues>())
            .AddSingleton(Mock.Of<IPauses>())
            .AddSingleton(Mock.Of<IReservations>())
            .AddSingleton(Mock.Of<ISuppressions>());
        var module = floor.LoadFromAssemblyName(new AssemblyName("CustomerRadar.Jobs")).GetType("CustomerRadar.Jobs.JobsModule", throwOnError: true)!;
        ((ILibraryModule)Activator.CreateInstance(module)!).AddServices(services, new HostDatabase(DatabaseProduct.Sqlite, Mock.Of<DbDataSource>(), ""));
        services.AddCustomerRadarCore();
        // They need tables, which this host has not.
        services.RemoveAll<IPeriodicWork>();
        return services.BuildServiceProvider();
    }
}
