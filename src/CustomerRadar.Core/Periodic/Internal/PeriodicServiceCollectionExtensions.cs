using CustomerRadar.Core.Alerts.Internal;
using CustomerRadar.Core.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Core.Periodic.Internal;

internal static class PeriodicServiceCollectionExtensions
{
    /// <summary>Adds the periodic work. Scoped, since what a shop is asked through is. A platform that cannot be asked, or tells nobody, registers no such port.</summary>
    public static void AddPeriodicWork(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>());
        services.TryAddSingleton<ReconcileMarks>();
        services.TryAddScoped(provider => new Backfills(
            provider.GetRequiredService<IBackfills>(),
            provider.GetRequiredService<IInvitationRecords>(),
            provider.GetRequiredService<IRuleBooks>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IInteractionSource>()));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IPeriodicWork, ReconcileWork>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IPeriodicWork, BackfillWork>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IPeriodicWork, RetentionWork>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IPeriodicWork, DailyCountWork>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IPeriodicWork, AlertWork>());
    }
}
