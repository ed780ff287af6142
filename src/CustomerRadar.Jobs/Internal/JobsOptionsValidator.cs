using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CustomerRadar.Jobs.Internal;

/// <summary>Says in plain words what is wrong with the settings of the jobs.</summary>
internal sealed partial class JobsOptionsValidator : IValidateOptions<JobsOptions>
{
    public ValidateOptionsResult Validate(string? name, JobsOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(JobsOptions options)
    {
        if (!Enum.IsDefined(options.Storage))
            yield return $"Storage of the jobs is {options.Storage}; it is InMemory, PostgreSql or SqlServer.";
        if (options.Storage != JobStorageKind.InMemory && string.IsNullOrWhiteSpace(options.ConnectionString) && options.CreateConnection is null)
            yield return $"ConnectionString of the jobs is empty; {options.Storage} needs it, or CreateConnection.";
        if (options.SchemaName is { } schema && !Schema().IsMatch(schema))
            yield return "SchemaName of the jobs is 1 to 50 letters, digits and underscores, and does not start with a digit.";
        if (options.Workers is < 1 or > 64)
            yield return $"Workers is {options.Workers}; it is 1 to 64 jobs side by side.";
        if (!DispatchSchedule.IsPossible(options.DispatchInterval))
            yield return $"DispatchInterval is {options.DispatchInterval}; it is 1 s to 1 h and a whole part of a minute or of an hour, like 30 s or 5 min.";
        if (options.PollInterval < TimeSpan.FromMilliseconds(100) || options.PollInterval > TimeSpan.FromMinutes(1))
            yield return $"PollInterval is {options.PollInterval}; it is 100 ms to 1 min.";
        else if (options.PollInterval > options.DispatchInterval)
            yield return $"PollInterval is {options.PollInterval}; it is no longer than DispatchInterval, which is {options.DispatchInterval}.";
        if (options.ServerName is { Length: 0 or > 50 })
            yield return "ServerName is 1 to 50 characters, or not set.";
        if (options.StopPatience < TimeSpan.FromSeconds(1) || options.StopPatience > TimeSpan.FromMinutes(5))
            yield return $"StopPatience is {options.StopPatience}; it is 1 s to 5 min.";
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]{0,49}\z")]
    private static partial Regex Schema();
}
