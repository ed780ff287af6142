using CustomerRadar.Core;
using CustomerRadar.Core.Alerts;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Reservations;
using CustomerRadar.Core.Rules;
using CustomerRadar.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerRadar.Storage;

/// <summary>The outbox, rules and all other state in the host's database.</summary>
public sealed class StorageModule : ILibraryModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, HostDatabase database)
    {
        var tables = new Database(database.Source, Dialect.Of(database.Product));
        services.TryAddSingleton(tables);
        services.TryAddSingleton<Leasing>();
        services.TryAddSingleton<LeaseEnd>();
        services.TryAddSingleton<Cancellation>();
        services.TryAddSingleton<IOutbox, Outbox>();
        services.TryAddSingleton<IInvitationQueries, InvitationQueries>();
        services.TryAddSingleton<IOutcomes, Outcomes>();
        services.TryAddSingleton<ISchema, Schema>();
        services.TryAddSingleton<ISubjects, Subjects>();
        services.TryAddSingleton<INamedLeases, NamedLeases>();
        services.TryAddSingleton<IPauses, Pauses>();
        services.TryAddSingleton<IKeptValues, KeptValues>();
        services.TryAddSingleton<IReservations, Reservations>();
        services.TryAddSingleton<IInvitationCommands, InvitationCommands>();
        services.TryAddSingleton<ErasedPerson>();
        services.TryAddSingleton<ISuppressions, Suppressions>();
        services.TryAddSingleton<IAlerts, Alerts>();
        services.TryAddSingleton<IBackfills, Backfills>();
        services.TryAddSingleton<Retention>();
        services.TryAddSingleton<IInvitationRecords, InvitationRecords>();
        services.TryAddSingleton<ISendRuleStore, SendRuleStore>();
    }
}
