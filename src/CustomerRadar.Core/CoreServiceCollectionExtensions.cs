using CustomerRadar.Core.Api.Internal;
using CustomerRadar.Core.Contacts;
using CustomerRadar.Core.Invitations;
using CustomerRadar.Core.Invitations.Internal;
using CustomerRadar.Core.Metadata;
using CustomerRadar.Core.Pauses;
using CustomerRadar.Core.Pauses.Internal;
using CustomerRadar.Core.Periodic;
using CustomerRadar.Core.Periodic.Internal;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core;

/// <summary>Registers Core.</summary>
public static class CoreServiceCollectionExtensions
{
    /// <summary>
    /// Adds planner, sender, dispatcher, API client and periodic work. The host adds the ports: <see cref="IOutbox"/> and the others of its
    /// storage, <see cref="IRuleBooks"/>, <see cref="ISubjectReader"/>, <see cref="IPhoneNumbers"/>, <see cref="IInvitationScheduler"/>; where its
    /// platform can be asked for the past <see cref="IInteractionSource"/>, where it can tell somebody <see cref="Alerts.IAlertNotices"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes how this node works on the outbox; null for the defaults.</param>
    public static IServiceCollection AddCustomerRadarCore(this IServiceCollection services, Action<SendingOptions>? configure = null)
    {
        services.AddApi();
        services.AddPeriodicWork();
        var options = services.AddOptions<SendingOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SendingOptions>, SendingOptionsValidator>());

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SendingSettings>();
        services.TryAddSingleton<OutcomeRecorder>();
        services.TryAddSingleton<InstallationKey>();
        services.TryAddSingleton<EndedPauses>();
        services.TryAddSingleton<PauseGate>();
        services.TryAddSingleton<SendingPauses>();
        services.TryAddSingleton<CopyGuard>();
        services.TryAddSingleton<InvitationCall>();
        services.TryAddScoped<InvitationRun>();
        services.TryAddSingleton<InvitationPlanner>();
        services.TryAddSingleton(provider => new InvitationDispatcher(
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<IRuleBooks>(),
            provider.GetRequiredService<SendingPauses>(),
            provider.GetRequiredService<CopyGuard>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<SendingSettings>(),
            provider.GetRequiredService<ILogger<InvitationDispatcher>>()));
        // Scoped, since a shop's subject reader is.
        services.TryAddScoped(provider => new InvitationSender(
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<InvitationRun>(),
            provider.GetRequiredService<OutcomeRecorder>(),
            provider.GetRequiredService<CopyGuard>(),
            provider.GetRequiredService<SendingSettings>(),
            provider.GetRequiredService<ILogger<InvitationSender>>()));
        return services;
    }
}
